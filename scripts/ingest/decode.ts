/** Bytes of a dump to text: which encoding they are in, and how sure that is. */
import type { Encoding } from '../../src/article/encodings.ts';
import { type Decoded, decodeAs, decodeKnown, finish, firstBadUtf8, startsWith } from './encodings.ts';
import { simplify } from './text.ts';

/** The most frequent characters of written Chinese: a wrong encoding turns them into rare ones. */
const frequent = new Set(
  simplify(
    '的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裏如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指幾九區強放決西被幹做必戰先回則任取據處隊南給色光門即保治北造百規熱領七海口東導器壓志世金增爭濟階油思術極交受聯什認六共權收證改清己美再採轉更單風切打白教速花帶安場身車例真務具萬每目至達走積示議聲報鬥完類八離華名確才科張信馬節話米整空元況今集溫傳土許步群廣石記需段研界拉林律叫且究觀越織裝影算低持音眾書布復容兒須際商非驗連斷深難近礦千週委素技備半辦青省列習響約支般史感勞便團往酸歷市克何除消構府稱太準精值號率族維劃選標寫存候毛親快效斯院查江型眼王按格養易置派層片始卻專狀育廠京識適屬圓包火住調滿縣局照參紅細引聽該鐵價嚴香港特區政府',
  ),
);

/** Share of a text's characters beyond ASCII that fluent Chinese is made of. */
function fluency(text: string): number {
  let known = 0;
  let foreign = 0;
  for (const char of simplify(text.slice(0, 20_000))) {
    if (frequent.has(char) || '，。、：；「」『』（）《》？！“”　'.includes(char)) known++;
    else if (char >= '\u0080') foreign++;
  }
  return known + foreign === 0 ? 0 : known / (known + foreign);
}

/** UTF-16 without a mark: read as such the bytes are fluent, or plain ASCII with a zero on one side. */
function bareUtf16(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  const start = bytes.subarray(0, 8192);
  const scores = (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => {
      const { text } = decodeAs(start, encoding);
      const ascii = text.match(/[\n\r\t -~]/g)?.length ?? 0;
      return { encoding, score: ascii === text.length ? 1 : fluency(text) };
    })
    .sort((a, b) => b.score - a.score);
  const [best, other] = scores;
  return best && other && best.score >= 0.35 && best.score > other.score * 1.5 ? best.encoding : undefined;
}

/**
 * Decodes a dump.
 *
 * @param named the encoding a person gave in the corrections; tried alone
 * @param damaged whether what is not of that encoding is to be read as lost characters
 * @returns the text without byte-order mark; where no encoding fits, the offset of the first byte that the likeliest
 *   one cannot decode
 */
export function decodeSource(bytes: Uint8Array, named?: Encoding, damaged = false): Decoded {
  if (named) return decodeKnown(bytes, named, damaged);
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return finish(bytes, 'utf-8', true);
  if (startsWith(bytes, 0xff, 0xfe)) return finish(bytes, 'utf-16le', true);
  if (startsWith(bytes, 0xfe, 0xff)) return finish(bytes, 'utf-16be', true);
  const badUtf8 = firstBadUtf8(bytes);
  if (badUtf8 < 0 && !bytes.includes(0)) return finish(bytes, 'utf-8', true);
  const wide = bareUtf16(bytes);
  if (wide) return finish(bytes, wide, true);
  if (badUtf8 < 0) return finish(bytes, 'utf-8', true);
  const candidates = (['big5-hkscs', 'gb18030'] as const)
    .map((encoding) => {
      const { text, bad } = decodeAs(bytes, encoding);
      return { encoding, bad, fluency: fluency(text) };
    })
    .sort((a, b) => Number(a.bad >= 0) - Number(b.bad >= 0) || b.fluency - a.fluency);
  const [best, second] = candidates;
  // Mostly UTF-8 with a damaged byte: the other encodings make gibberish of it.
  const asUtf8 = fluency(new TextDecoder('utf-8').decode(bytes));
  if (!best || best.bad >= 0 || (asUtf8 > 0.6 && asUtf8 > best.fluency))
    return asUtf8 >= (best?.fluency ?? 0)
      ? { ok: false, encoding: 'utf-8', byte: badUtf8 }
      : { ok: false, encoding: best?.encoding ?? 'utf-8', byte: best?.bad ?? badUtf8 };
  const close = second !== undefined && second.bad < 0 && best.fluency - second.fluency < 0.2;
  return finish(bytes, best.encoding, !close, close ? second.encoding : undefined);
}
