/** What stands in the head of a page: papers and sites, dates, pages. */

/** Papers and sites whose name stands in a page head. */
export const publications = [
  '大公報',
  '文匯報',
  '香港文匯報',
  '大公文匯',
  '明報',
  '信報',
  '信報財經新聞',
  '星島日報',
  '東方日報',
  '香港經濟日報',
  '經濟日報',
  '香港商報',
  '頭條日報',
  '成報',
  '蘋果日報',
  '晴報',
  '都市日報',
  '香港01',
  '橙新聞',
  '點新聞',
  '中國日報',
  '南華早報',
  'am730',
  'AM730',
  '太陽報',
  '新報',
  '香港仔',
  '華僑日報',
  '工商日報',
  '人民日報',
  '人民日報海外版',
  '環球時報',
  '光明日報',
  '南方日報',
  '羊城晚報',
  '聯合早報',
  '中國時報',
  '聯合報',
  '自由時報',
  '澳門日報',
  '巴士的報',
  '眾新聞',
  '立場新聞',
  '獨立媒體',
  '思考香港',
  '港人講地',
  '灼見名家',
  '獅子山學會',
  '星島頭條',
  '中評社',
  '中通社',
];

/** A part of a page head: what a date, a page or a paper looks like. */
export const pageDate =
  /(?<year>\d{4}|[二〇○零一三四五六七八九]{4})\s*(?:年|[-./／．])\s*(?<month>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:月|[-./／．])\s*(?<day>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s*日?/u;
/** … with the day first, as papers in Hong Kong write it in figures: 18.7.2026. */
export const dayFirstDate =
  /(?<![\d./-])(?<day>\d{1,2})[./／-](?<month>\d{1,2})[./／-](?<year>\d{4})(?![\d./-])/u;
export const pageCode = /(?<![A-Za-z0-9])(?:第\s*)?([A-Z]{1,2}\s?-?\d{1,3})(?:\s*版)?(?![A-Za-z0-9])/u;
export const weekday = /[（(]?(?:星期|周|週|禮拜)[一二三四五六日天][）)]?/u;
