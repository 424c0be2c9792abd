import { describe, expect, it } from 'vitest';
import { parseByline } from '../../../scripts/ingest/byline.ts';
import { furnitureOf } from '../../../scripts/ingest/furniture.ts';
import { headingsOf } from '../../../scripts/ingest/heading.ts';

describe('author lines', () => {
  it.each([
    [
      '樓靖宇｜知識產權律師｜香港插畫師公會名譽法律顧問',
      '樓靖宇',
      ['知識產權律師', '香港插畫師公會名譽法律顧問'],
    ],
    ['市區重建區文化聯盟總監：步青陽', '步青陽', ['市區重建區文化聯盟總監']],
    [
      '撰文：鄒子謙　香港道路運輸學社執行幹事、元朗區議員',
      '鄒子謙',
      ['香港道路運輸學社執行幹事', '元朗區議員'],
    ],
    ['撰文︰俞皓東｜註冊升降機工程師', '俞皓東', ['註冊升降機工程師']],
    ['□ 何棨熙　立法會議員（旅遊界）', '何棨熙', ['立法會議員（旅遊界）']],
    ['【執業牙科醫生】伍慕賢', '伍慕賢', ['執業牙科醫生']],
    ['洪卓然●電影監製●香港影業人協進會理事', '洪卓然', ['電影監製', '香港影業人協進會理事']],
    ['——簡伯衡　前幼稚園校長', '簡伯衡', ['前幼稚園校長']],
    ['圖、文：梁芷盈', '梁芷盈', []],
    ['專欄作者：郁皓天（地下空間研究者）', '郁皓天', ['地下空間研究者']],
    ['談靜文　文物建築師', '談靜文', ['文物建築師']],
    ['前電車公司工程師、《路軌志》主編 梁頌賢', '梁頌賢', ['前電車公司工程師', '《路軌志》主編']],
    ['陳大文　香港中文大學教授﹙榮休﹚', '陳大文', ['香港中文大學教授﹙榮休﹚']],
    ['——關永樂，退休巴士車長', '關永樂', ['退休巴士車長']],
    ['何太敬上', '何太', []],
    [
      '【程律行】校巴營辦商協進會理事長、前交通督導主任',
      '程律行',
      ['校巴營辦商協進會理事長', '前交通督導主任'],
    ],
    ['撰文 · 贝怀谦 · 社区口腔卫生协会干事长', '贝怀谦', ['社区口腔卫生协会干事长']],
    ['佟亮（本報主筆）執筆', '佟亮', ['本報主筆']],
    ['客席作者 - Marco Tsui', 'Marco Tsui', []],
    ['安居政策研究組組長　註冊社工　伐啟賢', '伐啟賢', ['安居政策研究組組長', '註冊社工']],
    [
      '賴柏文　泓策資本策略研究主管　Head of Strategy Research, Hongze Capital',
      '賴柏文',
      ['泓策資本策略研究主管', 'Head of Strategy Research, Hongze Capital'],
    ],
  ])('%s', (text, name, roles) => {
    expect(parseByline(text)?.authors).toEqual([{ name, roles }]);
  });

  it.each(['東涌北居民關注組', '藍鰭海岸監察隊', '車務職工總會秘書處'])('%s is a body that signs', (text) => {
    expect(parseByline(text)?.authors).toEqual([{ name: text, roles: [], kind: 'organisation' }]);
  });

  it.each(['城 西 客', '阿　舟'])('%s is a padded pen name', (text) => {
    expect(parseByline(text)?.authors).toEqual([
      { name: text.replace(/\s/gu, ''), roles: [], kind: 'pen-name' },
    ]);
  });

  it('give roles that are those of all to each', () => {
    const roles = ['香港海灣大學副教授'];
    expect(parseByline('容若楠、邵啟川（同為香港海灣大學副教授）')?.authors).toEqual([
      { name: '容若楠', roles },
      { name: '邵啟川', roles },
    ]);
  });

  it('tell a pen name that the line calls one', () => {
    expect(parseByline('的士司機 阿良（化名）')?.authors).toEqual([
      { name: '阿良', roles: ['的士司機'], kind: 'pen-name' },
    ]);
  });

  it.each([
    ['霍思敏｜2026-05-06', '霍思敏'],
    ['2026年5月6日　文：霍思敏', '文：霍思敏'],
    ['A18 | 評論 | By 曹沛霖 | 2026-05-12', 'By 曹沛霖'],
    ['羅令微　逢周三刊出', '羅令微'],
    ['文／何以晴（社會學系三年級）　編輯／某某編輯部', '文／何以晴（社會學系三年級）'],
  ])('stand beside the day, the paper and its editors in %s', (text, byline) => {
    const [{ parts = [] } = {}] = headingsOf(text);
    const [part] = parts.filter(({ label }) => label === 'byline');
    expect(part && text.slice(part.from, part.to)).toBe(byline);
    expect(parts.some(({ label }) => label === 'furniture')).toBe(true);
  });

  it.each([
    '明報 2026-05-06',
    '責任編輯：丘凱文　美術：盧翠儀',
    '來源：某網　2026-06-15 10:20　責任編輯：苗雨',
  ])('are not in %s', (text) => {
    expect(headingsOf(text).some(({ byline, score }) => byline && score >= 4)).toBe(false);
  });

  it.each([
    '香港稅務從業員公會前會長',
    '財政司司長：審慎',
    '行政長官強調',
    '我們敬上',
    '民主思路合撰',
    '讓候任特首拜上',
    '執筆 為民',
    '醫生 冇得揀',
    '校長 加油啊',
    '教育局局長 新挑戰',
  ])('are not %s', (text) => {
    expect(parseByline(text)?.score ?? 0).toBeLessThan(1);
  });
});

describe('lines of column, author and headline', () => {
  const partsOf = (text: string) =>
    headingsOf(text)[0]?.parts.map(({ label, from, to }) => [label, text.slice(from, to)]);

  it.each([
    ['光影人間　余杏橋　老戲院的最後一卷菲林', '余杏橋', '老戲院的最後一卷菲林'],
    ['法理人情∕人工智能寫狀書，誰來負責？﹨溫佐治', '溫佐治', '人工智能寫狀書，誰來負責？'],
  ])('%s', (text, author, title) => {
    expect(partsOf(text)).toContainEqual(['byline', author]);
    expect(partsOf(text)).toContainEqual(['title', title]);
  });

  it.each([
    ['杏林隨筆　裴安之醫生　紓緩醫學專科醫生', '杏林隨筆'],
    ['球場內外　◎池　岳', '球場內外'],
  ])('%s has no headline', (text, series) => {
    expect(partsOf(text)?.map(([label]) => label)).toEqual(['series', 'byline']);
    expect(partsOf(text)).toContainEqual(['series', series]);
  });
});

describe('what is printed around op-eds', () => {
  it.each([
    '版面責編：梁曉嵐',
    '美術設計：阿禾',
    '【資料圖片：控制室】',
    '海濱日報　Ａ１８　論壇',
    '論壇（續）',
    '本版文章為作者個人意見',
    '[放大]　[縮小]　[列印]　[分享]',
    '返回頁首 | 列印本頁 | 上一則 | 下一則',
    '－ 廣告 －',
    '头条智库网 首页 > 港澳 > 评论',
    '本內容、商標和標誌屬某某有限公司所有，並保留一切權利。',
    '声明：本文仅代表作者个人观点。',
    '李家輝（中）出席畢業典禮',
    '本版逢周二、四刊出　　電郵：forum@pages.example.net',
    '《光影人間》專欄文章歡迎轉載，請註明出處',
  ])('%s is furniture', (text) => {
    expect(furnitureOf(text)?.score).toBeGreaterThanOrEqual(4);
  });

  it.each([
    '以上是筆者的看法，希望特區政府認真考慮，切實回應市民訴求。',
    '數碼製作：本地動畫業的出路',
    '文：李小明　插圖：王小梅',
    '(c) 在教育方面，政府應增撥資源，改善基層學生的學習環境，使他們不致落後於人。',
    '我翻開那本舊書，封底只印着四個字：版權所有。',
    'DEEPSEEK',
    '互聯網／人工智能',
    '你收到這封電郵時，我已經離開香港了。',
    '放大',
    '大家看',
    '強制舉報',
    '維港三論（中）',
  ])('%s is text', (text) => {
    expect(furnitureOf(text)?.score ?? 0).toBeLessThan(4);
  });
});
