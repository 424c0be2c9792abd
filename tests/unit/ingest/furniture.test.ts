/** What stands around op-eds is told from what op-eds say, and looked at in no time whatever it holds. */
import { describe, expect, it } from 'vitest';
import { furnitureOf } from '../../../scripts/ingest/furniture.ts';

const kindOf = (text: string): string | undefined => furnitureOf(text)?.kind;

describe('furniture', () => {
  it.each([
    ['上一頁 1 2 3 下一頁', 'notice'],
    ['回覆 (86)　瀏覽 (5,214)　分享　列印', 'notice'],
    ['網友言論只代表個人立場　返回頁首', 'disclaimer'],
    ['本報由義務編輯組出版　意見請電郵 islands@example.org', 'notice'],
    ['「字幕以外」隔期刊出', 'schedule'],
    ['窄門內外　逢雙數周刊出', 'schedule'],
    ['【剪報 12】', 'notice'],
    ['（待續，下篇將於下周一刊出）', 'turn'],
    ['下周續', 'turn'],
    ['來論請以六百字為限，本報有權刪節', 'disclaimer'],
    ['港聲報製圖', 'picture'],
    ['（未完，下周四續）', 'turn'],
    ['本版文章並不構成投資建議', 'disclaimer'],
    ['來稿郵址：letters@example.org', 'notice'],
    ['本報逢主日出版', 'schedule'],
    ['來信請註明真實姓名及電話，發表時可用筆名。編輯保留刪節權。', 'disclaimer'],
  ])('is %s (%s)', (text, kind) => expect(kindOf(text)).toBe(kind));

  it.each([
    '網民言論不代表主流民意，特首不應隨之起舞。',
    '讀者意見不代表民意',
    '會員的回應只代表他們自己，商會從不干預。',
    '本報由一班文人出版至今，三十年來始終站在市民一邊。',
    '本刊為紀念香港回歸而出版的專輯，引起不少讀者共鳴。',
    '每期業績發表，股民便炒作一番。',
    '每期施政報告發表',
    '政府每期財政儲備報告發表，市民關心的卻是柴米油鹽。',
    '閱讀推薦',
    '分享閱讀',
    '剪輯一則',
    '（待續，但誰來續？）',
    '公文寫給誰看？別讓<AI>代我們客氣',
    '| 第一期 | 31 | 118.6 |',
    '達沃斯論壇',
    '來信請註明的姓名，郵差看不清楚',
    '未完的夢，下周再續',
    '這些意見並不構成法律上的要約，法庭早有定論，公眾不必擔心。',
    '作者電郵：chan@example.org',
  ])('is not %s', (text) => expect(kindOf(text)).toBeUndefined());

  it.each([
    `上一頁 ${Array.from({ length: 40 }, (_, at) => at + 101).join(' ')} 下一頁 共80頁`,
    `上一頁${'1'.repeat(90)}x`,
    `${'回覆 瀏覽 '.repeat(20)}更多`,
    `${'回覆    '.repeat(14)}更多`,
  ])('is told at once of %s', (text) => {
    furnitureOf(text);
    furnitureOf(`${text}${text.slice(0, 40)}`);
  });
});
