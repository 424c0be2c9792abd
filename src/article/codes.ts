/** Codes that an article can carry for a person to look at, each with what it says to a keeper. */
export const reviewLabels = {
  'no-headline': '來源中沒有標題，以欄目名（或〔無題〕）代替',
  'no-byline': '來源中沒有作者行',
  'headline-unsure': '標題歸屬不確定',
  'byline-unsure': '作者行的讀法不確定',
  'series-unsure': '欄目的讀法不確定',
  'standfirst-unsure': '導言的界線不確定',
  'subhead-unsure': '小標題與段落難以分辨',
  'join-unsure': '段落應否相接不確定',
  'boundary-unsure': '文章的起訖不確定',
  'furniture-unsure': '版面雜項與正文難以分辨',
  'topic-unsure': '主題不確定',
  'encoding-unsure': '檔案的編碼不確定',
} as const;

export type ReviewCode = keyof typeof reviewLabels;
export const reviewCodes = Object.keys(reviewLabels) as [ReviewCode, ...ReviewCode[]];
