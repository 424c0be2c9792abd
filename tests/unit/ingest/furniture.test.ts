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
    ['【列印】【推薦給朋友】【關閉視窗】', 'notice'],
    ['印數一千二百份　歡迎取閱', 'notice'],
    ['「數碼門外」逢周一、「夜航燈」逢周三、「潮間帶」逢周六刊出', 'schedule'],
    ['（未完，下周四續）', 'turn'],
    ['農曆丙午年五月初十　天晴酷熱　攝氏29至34度　零售每份港幣十二元', 'notice'],
    ['今日潮汐：高潮08:12（2.1米）　低潮15:40（0.6米）', 'notice'],
    ['布蘭特期油每桶71.4美元　本地足金每兩38,650元　最優惠利率5.25厘', 'notice'],
    ['國際標準期刊號 ISSN 2790-4417', 'credit'],
    ['讀者投票：你有沒有跟家人談過身後安排？', 'notice'],
    ['上期投票結果：有41%　沒有52%　不想答7%', 'notice'],
    ['昨日填字遊戲答案：橫一、春風化雨　直二、雨後春筍', 'notice'],
    ['更正：昨日A15版〈河畔單車徑〉一文，「三公里」應為「三十公里」，特此更正。', 'notice'],
    ['今日导读　C1 渔农市集延长一年　C2 口岸夜间通关试行', 'notice'],
    ['热线：3000 0000　订报优惠：全年八折', 'notice'],
    ['逢周三出紙　免費取閱　派完即止', 'notice'],
    ['稿約：本刊歡迎八百字以內的來稿，請附真實姓名及聯絡方法，刊登後奉稿酬。', 'disclaimer'],
    ['廣告　晴川書院2026至27學年插班生招生　查詢：2000 0000', 'notice'],
    ['文字統籌：宋知白　　全版閱讀時間約八分鐘', 'notice'],
    ['（下篇七月二十五日刊出）', 'turn'],
    ['圖表：大廈管理糾紛入稟數目（2021至2025年）', 'picture'],
    ['資料來源：南岸時報整理', 'picture'],
    ['人物素描：司馬小楓', 'picture'],
    ['插畫：Momo Chan', 'picture'],
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
    '【來論】街市翻新 不能只換瓷磚',
    '「慢」與「快」之間',
    '農曆三月的蒲台島',
    '天晴了 傘還要不要帶',
    '潮汐之間',
    '零售慢慢來',
    '讀者投票選書',
    '更正不等於道歉',
    '廣告不應騙人',
    '人民幣國際化 要過三關',
    '圖表會說話',
    '金價破頂 街坊賣金',
    '恒指升穿25000點之後',
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
