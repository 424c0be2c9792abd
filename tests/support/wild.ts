/** A dump full of markup, modules and programs: whatever runs in it gives itself away. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ingest } from '../../scripts/ingest/run.ts';

/** Lines that a browser, a Markdown reader or a compiler of MDX would take for its own, as they must come out. */
export const wildLines = [
  'import fs from "node:fs"; fs.writeFileSync("PWNED", "1")。',
  'export const pwned = globalThis.pwned = 1。',
  'export default function () { return <b>甲</b> }。',
  '<script>globalThis.pwned = 1</script>這一段在標籤之後。',
  '<img src=x onerror="globalThis.pwned = 1">圖片之後的文字。',
  '<AI onClick={() => { globalThis.pwned = 1 }}>人工智能</AI>的元件。',
  '{globalThis.pwned = 1}是一個式子，{模型}也是，{{雙層}}亦然。',
  '$' + '{globalThis.pwned = 1}與 `{乙}` 是樣板字串。',
  '{/* 註解 */} <!-- 註解 --> <?php echo 1 ?> <![CDATA[丙]]> 都是印出來的字。',
  '{(() => { throw new Error("丁") })()}不應停住建置。',
  '# 井號開頭的句子，不是標題。',
  '- 短橫開頭的句子，不是清單。',
  '1. 數字開頭的句子，也不是清單。',
  '> 大於號開頭的句子，不是引文。',
  '--- 三橫開頭的句子，不是分隔線。',
  '| 甲 | 乙 | 直線開頭的句子，不是表格。',
  'C:\\數據\\a_b_c\\*星*，100~200~300，**不是粗體**，__不是底線__。',
  '[不是連結](javascript:globalThis.pwned=1) ![不是圖](x) [^1] [戊]: x。',
  '&amp; &lt;b&gt; &#65; &copy; 不是實體。',
  'https://example.org/a_b?c=d&e=f#g 與 www.example.org 與 a.b@example.org 都只是文字。',
  '</p></article></body></html>之後仍是文章。',
  '"直引號" \'單引號\' -- 兩橫 --- 三橫 ... 三點，都照印。',
] as const;

export const wildTitle = '當<script>遇上{模型} *星號*與&amp;的世界';

const dump = `${wildTitle}

陳大文 立法會議員

${wildLines.join('\n\n')}
`;

/**
 * Ingests the dump into a folder of content.
 *
 * @param folder relative to the project; replaced
 * @returns the id of its article and the path of the article's file
 */
export function writeWildContent(folder: string): { id: string; file: string } {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'sources'), { recursive: true });
  writeFileSync(path.join(folder, 'sources', 'wild.txt'), dump);
  cpSync('content/topics.yaml', path.join(folder, 'topics.yaml'));
  const { report } = ingest({
    sources: path.join(folder, 'sources'),
    articles: path.join(folder, 'articles'),
    ledger: path.join(folder, 'ledger'),
    corrections: path.join(folder, 'corrections.yaml'),
    topics: path.join(folder, 'topics.yaml'),
    check: false,
    force: [],
  });
  const articles = report.changed.filter((file) => file.endsWith('.mdx'));
  const [file = ''] = articles;
  if (articles.length !== 1)
    throw new Error(`the dump made ${articles.length} articles: ${articles.join(', ')}`);
  return { id: path.basename(file, '.mdx'), file };
}
