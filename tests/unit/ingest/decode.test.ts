/** Bytes of dumps: in whatever encoding they come, the text is the one that was written. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeSource } from '../../../scripts/ingest/decode.ts';
import { splitLines } from '../../../scripts/ingest/lines.ts';
import { newDesk, seedDumps, seeds } from '../../support/ingest.ts';

const development = 'tests/fixtures/ingest/development/sources';
const texts: [string, string][] = [seeds, development].flatMap((folder) =>
  readdirSync(folder).map((file): [string, string] => {
    const decoded = decodeSource(readFileSync(`${folder}/${file}`));
    return [file, decoded.ok ? decoded.text : ''];
  }),
);
const [, first] = texts[0] as [string, string];
const cantonese = '着眼於啲後生仔嘅將來，喺呢個家裏頭，佢哋冇咗依靠，邨口嘅峯哥話：「唔好再拖。」\n';

/** Bytes of a text in each encoding that can hold it. */
function bytesIn(encoding: string, text: string, mark = false): Buffer | undefined {
  const bytes = iconv.encode(text, encoding, { addBOM: mark });
  return iconv.decode(bytes, encoding) === text ? bytes : undefined;
}

describe.each(texts)('the text of %s', (_, text) => {
  it.each([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', true],
  ])('is read from %s (byte-order mark: %s)', (encoding, mark) => {
    const bytes = bytesIn(encoding, text, mark) ?? Buffer.alloc(0);
    expect(decodeSource(bytes)).toEqual({ ok: true, text, encoding, sure: true });
  });

  it('is read from GB18030', () => {
    const bytes = bytesIn('gb18030', text) ?? Buffer.alloc(0);
    expect(decodeSource(bytes)).toMatchObject({ ok: true, text, encoding: 'gb18030' });
  });

  it('is read from Big5 with the characters of Hong Kong, where these hold it', () => {
    const bytes = bytesIn('big5-hkscs', text);
    if (bytes) expect(decodeSource(bytes)).toMatchObject({ ok: true, text, encoding: 'big5-hkscs' });
    else expect([...text].some((char) => !bytesIn('big5-hkscs', char))).toBe(true);
  });
});

describe('the characters of Hong Kong', () => {
  it.each(['utf-8', 'utf-16le', 'big5-hkscs', 'gb18030'])('survive %s', (encoding) => {
    const text = cantonese + first.slice(0, 400).replace(/[^\p{Script=Han}，。、「」\n]/gu, '');
    const bytes = bytesIn(encoding, text);
    expect(bytes).toBeDefined();
    const decoded = decodeSource(bytes ?? Buffer.alloc(0), encoding === 'utf-16le' ? 'utf-16le' : undefined);
    expect(decoded).toMatchObject({ ok: true, text });
  });
});

describe('a dump in Simplified', () => {
  const text =
    '进军中亚新市场\n\n谭锦球 全国政协常委\n\n行政长官率团出访中亚，创下本届特区政府规模最大的纪录。香港可以打破对欧美的依赖，构建多元化的经贸版图，并为本港的专业服务打开市场。\n';
  it.each(['utf-8', 'gb18030'])('is read from %s', (encoding) => {
    const bytes = iconv.encode(text, encoding);
    expect(decodeSource(bytes)).toMatchObject({ ok: true, text, encoding });
  });
});

describe('UTF-16 without a mark', () => {
  const indented = first
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `　　${line}一一`)
    .join('\n');
  const isRead = (text: string): void => {
    for (const encoding of ['utf-16le', 'utf-16be'] as const)
      expect(decodeSource(iconv.encode(text, encoding, { addBOM: false }))).toEqual({
        ok: true,
        text,
        encoding,
        sure: true,
      });
  };
  // Characters such as 一 and the ideographic space have a zero byte on the other side.
  const hard = ([file]: [string, string]): boolean => file.startsWith('011_');
  it.each(texts.filter((each) => !hard(each)))('is read: %s', (_, text) => isRead(text));
  it.each(texts.filter(hard))('is read: %s', (_, text) => isRead(text));
  it('is read where every line is indented', () => isRead(indented));
});

describe('line ends', () => {
  it.each(['\n', '\r', '\r\n'])('of %j give the same lines and the same articles', (end) => {
    const [[file = '', text = ''] = []] = Object.entries(seedDumps());
    const desk = newDesk({ [file]: text.replaceAll('\n', end) });
    const plain = newDesk({ [file]: text });
    desk.run();
    plain.run();
    expect(desk.articles()).toEqual(plain.articles());
    expect(desk.ledger(file).spans).toEqual(plain.ledger(file).spans);
  });

  it('may be mixed', () => {
    expect(splitLines('一\r二\r\n三\n四\n\r五')).toEqual(['一', '二', '三', '四', '', '五']);
  });
});

describe('any text at all', () => {
  it('is read from UTF-8 as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const decoded = decodeSource(Buffer.from(`中${text}`));
        if (/^中\0|\0/.test(text)) return;
        expect(decoded).toMatchObject({ ok: true, text: `中${text}`, encoding: 'utf-8' });
      }),
    );
  });

  it('is read from UTF-16 with a mark as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.includes('\ufffd') && !text.startsWith('\ufeff'));
        for (const encoding of ['utf-16le', 'utf-16be'])
          expect(decodeSource(iconv.encode(text, encoding, { addBOM: true }))).toMatchObject({
            ok: true,
            text,
          });
      }),
    );
  });

  it('is read from UTF-16 where it holds the mark of a character lost before', () => {
    const bytes = iconv.encode('前一個編輯已遺失\ufffd字。', 'utf-16le', { addBOM: true });
    expect(decodeSource(bytes)).toMatchObject({ ok: true, text: '前一個編輯已遺失\ufffd字。' });
  });
});

describe('bytes that are no text', () => {
  it('of any kind are decoded or refused with the offset of a byte, and crash nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeSource(bytes);
        if (decoded.ok) expect(decoded.text).not.toContain('\ufffd');
        else expect(decoded.byte).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('are found at the first of them, whatever stands before', () => {
    // 0x80 stands for the euro sign, which GB18030 writes with two bytes.
    const euro = Uint8Array.from([0x80, 0xf4, 0x50, 0x80, 0x81]);
    expect(decodeSource(euro, 'gb18030')).toEqual({ ok: false, encoding: 'gb18030', byte: 4 });
    fc.assert(
      fc.property(
        fc.constantFrom('big5-hkscs' as const, 'gb18030' as const),
        fc.uint8Array({ maxLength: 40 }),
        (encoding, bytes) => {
          const decoded = decodeSource(bytes, encoding);
          if (decoded.ok) return;
          expect(decodeSource(bytes.subarray(0, decoded.byte), encoding).ok).toBe(true);
          expect(decodeSource(bytes.subarray(0, decoded.byte + 4), encoding).ok).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('in the middle of UTF-8 are refused at the first of them', () => {
    const start = Buffer.from('香港特區政府應當把握國家發展的機遇。\n第二行：');
    const bytes = Buffer.concat([start, Buffer.from([0xff, 0x20]), Buffer.from(first)]);
    expect(decodeSource(bytes)).toEqual({ ok: false, encoding: 'utf-8', byte: start.length });
  });

  it('such as the letters of Western Europe are not read as Chinese without a doubt', () => {
    const bytes = Buffer.from('Café crème, déjà vu: à la carte, señor Müller & Søn. Très bien!\n', 'latin1');
    const decoded = decodeSource(bytes);
    expect(decoded.ok && decoded.sure).toBe(false);
  });

  it('at the end of UTF-16, half a character, are refused or kept', () => {
    const whole = iconv.encode(first, 'utf-16le', { addBOM: true });
    const decoded = decodeSource(Buffer.concat([whole, Buffer.from([0x2d])]));
    expect(decoded).toMatchObject({ ok: false, byte: whole.length });
  });

  it('such as half a pair in UTF-16 are refused with their offset', () => {
    const start = iconv.encode('中文', 'utf-16le', { addBOM: true });
    const bytes = Buffer.concat([
      start,
      Buffer.from([0x40, 0xd8]),
      iconv.encode('字', 'utf-16le', { addBOM: false }),
    ]);
    expect(decodeSource(bytes)).toEqual({ ok: false, encoding: 'utf-16le', byte: start.length });
  });

  it.each([
    ['cut in the middle of a character', (bytes: Buffer) => bytes.subarray(0, -2)],
    ['with one byte too many', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([0xb4])])],
  ])('of a dump in UTF-8 %s are refused', (_, damage) => {
    expect(decodeSource(damage(Buffer.from('完整的一句話')))).toMatchObject({ ok: false });
  });
});

describe('the mark of a lost character, printed in GB18030', () => {
  it('is read as it was printed', () => {
    const text = '前一个编辑已经遗失\ufffd字，又失\ufffd\ufffd字，这是简体中文的文章。';
    expect(decodeSource(iconv.encode(text, 'gb18030'))).toMatchObject({
      ok: true,
      text,
      encoding: 'gb18030',
    });
  });

  it('is no cover for damage after it', () => {
    const start = iconv.encode('已经遗失\ufffd字，这是简体中文的文章', 'gb18030');
    const bytes = Buffer.concat([start, Buffer.from([0xff]), iconv.encode('。', 'gb18030')]);
    expect(decodeSource(bytes, 'gb18030')).toEqual({ ok: false, encoding: 'gb18030', byte: start.length });
  });
});

describe('a person who names the encoding', () => {
  it('is believed', () => {
    const bytes = iconv.encode('中文', 'big5-hkscs');
    expect(decodeSource(bytes, 'big5-hkscs')).toEqual({
      ok: true,
      text: '中文',
      encoding: 'big5-hkscs',
      sure: true,
    });
    expect(decodeSource(Buffer.from('中文'), 'utf-16le')).toMatchObject({ encoding: 'utf-16le' });
  });
});
