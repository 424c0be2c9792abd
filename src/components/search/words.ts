/** What the search page says, written in Traditional; `{n}` and the like are filled in by the browser. */
export const words = {
  typing: '輸入詞語，一個字也可以。',
  loading: '搜尋中…',
  articles: '篇文章',
  hitsInAll: '共 {n} 處',
  soFar: '已搜尋 {n}／{all} 部分…',
  none: '找不到符合的文章。',
  noWord: '沒有可以搜尋的字：標點符號本身不能搜尋。',
  failed: '讀不到搜尋索引。請檢查網絡後再試；也可以從目錄瀏覽：',
  failedInPart: '有一部分索引讀不到，以下並不完整。',
  again: '再試一次',
  hits: '{n} 處',
  onlyByline: '見於作者、身份或欄目',
  allLines: '本文全部 {n} 行',
  fewerLines: '收起',
  more: '再看 {n} 篇',
  showAll: '列出全部',
  textMissing: '讀不到這篇的文字。',
  aloneHead: '各詞單獨搜尋：',
  alone: '「{word}」{n} 篇',
  partsHead: '其中的詞：',
  withoutFilters: '取消篩選後有 {n} 篇',
  clear: '取消篩選',
  moreValues: '更多（{n}）',
  reading: '讀取文章 {n}／{all}',
  moreLines: '再看（餘 {n} 行）',
  title: '文章',
  author: '作者',
  role: '身份',
  topic: '主題',
  series: '欄目',
  source: '來源',
  year: '年份',
} as const;

/** What an article says on which a reader arrives from a search. */
export const arrivalWords = {
  hits: '「{query}」{at}／{n}',
  noHits: '「{query}」',
  previous: '上一處',
  next: '下一處',
  close: '關閉',
} as const;

export type ArrivalWords = Record<keyof typeof arrivalWords, string>;

export type Words = Record<keyof typeof words, string>;

/** Puts values into the places of a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
