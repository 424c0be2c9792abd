/** What made pages print around their articles. */
import type { LaidAuthor } from './byline.ts';

/** What interrupts a torn paragraph. */
export const interruptions = [
  '▲圖為事發地點。資料圖片',
  '（資料圖片）',
  '廣告',
  '（下轉右欄）',
  '▼市民在街上輪候。（本報記者攝）',
  '圖片：受訪者提供',
  '論壇',
  '評論版',
  '■工程進行多時，居民盼早日完成。資料圖片',
  'A14',
  '海邊的舊碼頭　本報資料圖片',
];

/** The caption of a picture of an author: it repeats the author line, in whatever order. */
export function captionOf({ name, roles, honorific = '' }: LaidAuthor): string | undefined {
  const [role] = roles;
  return role === undefined || /[、，：:（(\s]/u.test(role) || name === '佚名'
    ? undefined
    : `${role}${name}${honorific}`;
}

/** What stands between articles. */
export const between = [
  '責任編輯：周詠琪',
  '資料圖片',
  '本欄逢周三刊出',
  '（本版文章純屬作者個人意見，不代表本報立場）',
];

/** What a web page prints below an article; some of it. */
export const webPage = [
  '列印　轉寄朋友　字體：大 中 小',
  '下一篇：校車司機的安全帶',
  '#評論 #香港',
  '閱讀 2466　讚 93',
];

/** What a web page prints above an article. */
export const trails = [
  ['港聞早報 > 評論 > 來論', '2026年6月16日　星期二'],
  ['首頁 > 觀點', '發佈時間：2026-06-16 09:30'],
  ['評論'],
];

export const pageHeads = [
  '評論 A14 2026年6月16日 星期二',
  '海港晨報 論壇 B7',
  '2026年6月16日　星期二　維港新報　觀點　A18',
  '嶺海日報 2026年6月16日（星期二） B5 時評',
  '民情版　B10',
];
