import { describe, expect, it } from 'vitest';
import { readPage } from '../../../scripts/ingest/page.ts';

const paragraph =
  '政府近年多番推動經濟轉型，惟成效未彰，社會各界意見紛紜，業界既盼政策清晰，也憂慮成本上升，市民則更關心生活能否改善，前路如何，值得深思。';
/** … of something else: texts of two articles are of different characters. */
const stars =
  '坪洲手指山的夜空十年前還數得到四十顆流星，如今白光從對岸射來，射燈、煙花與廣告牌整晚不熄，螢火蟲找不到伴侶，候鳥迷路，孩子只好在書裏認識銀河。';
const clinic =
  '凌晨兩點，聾人母親抱着發燒的孩子走進急症室，護士戴着口罩，她讀不到唇，醫院若有手語翻譯值夜，按下平板便可接通，母女不必比手畫腳。';
const header = ['香港經濟轉型的關鍵一步', '陳大文　香港大學經濟學教授'];
const read = (...lines: string[]) =>
  readPage(
    'a.txt',
    lines.flatMap((line) => [line, '']),
    () => false,
  );

describe('what the lines of a page say of each other', () => {
  it('leaves a short headline below a page head', () => {
    const page = readPage(
      'a.txt',
      ['大公報　A12　評論　2026年5月6日', '巴士加價', '', '陳大文', '', paragraph, '', paragraph],
      () => false,
    );
    expect(page.articles.map(({ title }) => title)).toEqual(['巴士加價']);
  });

  it('leaves subheads that are years', () => {
    const years = ['2019年', '2020年', '2021年'];
    const page = read(...header, paragraph, ...years.flatMap((year) => [year, paragraph]));
    const subheads = page.articles.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'h'));
    expect(subheads.map(({ text }) => text)).toEqual(years);
  });

  it.each([
    [['「科學技術是第一生產力。」', '——鄧小平　中國領導人']],
    [['我最喜歡的一句，就是「橫眉冷對千夫指，俯首甘為孺子牛。」（作者：魯迅）']],
  ])('leaves an article whole behind %s', (quotation) => {
    const page = read(...header, paragraph, ...quotation, paragraph, paragraph);
    expect(page.articles.map(({ authors }) => authors[0]?.name)).toEqual(['陳大文']);
  });

  const furnitureOf = (page: ReturnType<typeof read>): string[] => page.furniture.map(({ text }) => text);
  const textsOf = (page: ReturnType<typeof read>): string[] =>
    page.articles.flatMap(({ blocks }) => blocks.map(({ text }) => text));

  it('takes rows of dashes for rules where each stands over an article', () => {
    const second = ['街市翻新不能只換瓷磚', '李小明　街市關注組主席'];
    const page = read(...header, paragraph, paragraph, '---', ...second, paragraph, paragraph, '---');
    expect(page.articles.map(({ title }) => title)).toEqual([header[0], second[0]]);
    expect(furnitureOf(page)).toEqual(['---', '---']);
  });

  it('leaves a row of dashes within a text', () => {
    const page = read(...header, paragraph, '---', paragraph);
    expect(textsOf(page)).toEqual([paragraph, '---', paragraph]);
  });

  it('takes a box with a notice out, head and text', () => {
    const page = readPage(
      'a.txt',
      [
        ...header,
        '',
        paragraph,
        '',
        paragraph,
        '',
        '【啟事】',
        '本報誠徵義務派報員，有意者請致電報社聯絡。',
        '',
        paragraph,
      ],
      () => false,
    );
    expect(textsOf(page)).toEqual([paragraph, paragraph, paragraph]);
  });

  it('takes no list within a text for contents, though its entries are subheads further down', () => {
    const list = ['●增加師資', '●改革課程', '●改善校舍'];
    const page = read(...header, paragraph, ...list, paragraph, '增加師資', paragraph, '改革課程', paragraph);
    expect(furnitureOf(page)).toEqual([]);
  });

  it('leaves what a writer says again and again', () => {
    const refrain = '大家必須明白，法治是香港成功的基石，不容動搖。';
    const others = ['甲', '乙', '丙'].map((name) => paragraph.replace('政府', name));
    const page = read(...header, ...others.flatMap((text) => [text, refrain]), paragraph);
    expect(textsOf(page).filter((text) => text === refrain)).toHaveLength(3);
  });

  it('keeps the verses of a quotation apart, however they end', () => {
    const verses = ['潮來潮去月如鈎，', '漁火三更照客愁。'];
    const page = read(...header, paragraph, `${paragraph.slice(0, -1)}，如詩所言：`, ...verses, paragraph);
    expect(textsOf(page)).toEqual(expect.arrayContaining(verses));
  });

  it.each([
    ['the whole of a mail around its pieces', ['======', '大公報　A12　評論　2026年5月6日']],
    ['a mail whose piece stands right below its head', []],
  ])('does not take for a greeting what has an author: %s', (_, parting) => {
    const head = ['寄件者: 陳大文 <chan@example.org>', '收件者: 編輯部 <desk@example.org>', '主旨: 來稿'];
    const page = read(...head, '編輯先生：', ...parting, ...header, paragraph, paragraph, paragraph);
    expect(page.articles.map(({ authors }) => authors[0]?.name)).toEqual(['陳大文']);
    expect(textsOf(page).filter((text) => text === paragraph)).toHaveLength(3);
  });

  it('parts roles of which each fills a line of its column', () => {
    const wrapped = [paragraph, paragraph].flatMap((text) => [
      `　　${text.slice(0, 18)}`,
      ...(text.slice(18).match(/.{1,20}/gu) ?? []),
    ]);
    const byline = ['龔凱琳　香港郵輪及海事旅遊產業學會主席', '嶺海大學旅遊管理學系客座副教授'];
    const page = readPage('a.txt', ['啟德郵輪碼頭的轉型功課', ...byline, ...wrapped], () => false);
    expect(page.articles[0]?.authors[0]?.roles).toEqual([
      '香港郵輪及海事旅遊產業學會主席',
      '嶺海大學旅遊管理學系客座副教授',
    ]);
  });

  it('takes the author off a headline whose text that author signs as well', () => {
    const page = read(
      '【來論】岑柏謙：劇本殺不是洪水猛獸',
      paragraph,
      paragraph,
      '香港沉浸式娛樂業協會幹事　岑柏謙',
    );
    expect(page.articles.map(({ title, authors }) => ({ title, authors }))).toEqual([
      { title: '劇本殺不是洪水猛獸', authors: [{ name: '岑柏謙', roles: ['香港沉浸式娛樂業協會幹事'] }] },
    ]);
  });

  it('takes names before bars for columns where a page prints several, but not what the text is about', () => {
    const title = (page: ReturnType<typeof readPage>) =>
      page.articles.map(({ series, title }) => [series, title]);
    const heads = ['燈下問診｜一句沒有寫的話', '大國小鎮｜格陵蘭的冰與棋'];
    expect(
      title(
        read(
          heads[0] ?? '',
          '文：陳大文',
          paragraph,
          paragraph,
          heads[1] ?? '',
          '文：何敏儀',
          paragraph,
          paragraph,
        ),
      ),
    ).toEqual([
      ['燈下問診', '一句沒有寫的話'],
      ['大國小鎮', '格陵蘭的冰與棋'],
    ]);
    const topics = ['巴士加價｜下一程誰來付錢', '劏房取締｜搬出去住到哪裏'];
    const about = (topic: string): string =>
      `${topic.slice(0, 2)}的事講了三年，今年終於談到${topic.slice(2, 4)}。${paragraph}`;
    expect(
      title(
        read(
          topics[0] ?? '',
          '文：陳大文',
          about(topics[0] ?? ''),
          paragraph,
          topics[1] ?? '',
          '文：何敏儀',
          about(topics[1] ?? ''),
          paragraph,
        ),
      ),
    ).toEqual(topics.map((topic) => [undefined, topic]));
  });

  it('gives an author the roles on the line below a headline that carries the name', () => {
    const page = read(
      '巴士加價　誰來付錢\\陳大文',
      '立法會議員　香港旅遊從業員協進聯會會長',
      paragraph,
      paragraph,
    );
    expect(page.articles[0]?.authors).toEqual([
      { name: '陳大文', roles: ['立法會議員', '香港旅遊從業員協進聯會會長'] },
    ]);
  });

  it.each([
    ['【來論】陳大文：巴士加價 誰來付錢', '立法會議員'],
    ['【來論】陳大文：巴士加價 誰來付錢', '聾健共融社手語傳譯員'],
  ])('gives an author named before the headline the roles on the line below: %s, %s', (line, role) => {
    const page = read(line, role, paragraph, paragraph);
    expect(page.articles.map(({ title, authors }) => [title, authors])).toEqual([
      ['巴士加價 誰來付錢', [{ name: '陳大文', roles: [role] }]],
    ]);
  });

  it('reads a column, a headline and a pen name on one line', () => {
    const page = read('廚房裏的島：蝦醬開缸那天（阿蕎）', paragraph, paragraph);
    expect(page.articles[0]).toMatchObject({
      series: '廚房裏的島',
      title: '蝦醬開缸那天',
      authors: [{ name: '阿蕎' }],
    });
  });

  it('leaves out a sentence that is pulled out of the text, and no other quotation', () => {
    const pulled = `「${paragraph.slice(0, 20)}。」`;
    const own = '「街坊要的不是口號，是一條行得通的路。」';
    const page = read(...header, paragraph, pulled, `人人都說：${paragraph}`, own, paragraph);
    expect(page.furniture.map(({ text }) => text)).toEqual([pulled]);
    expect(page.articles[0]?.blocks.map(({ text }) => text)).toContain(own);
    // Somebody may say the same twice: a person is to see it.
    expect(page.doubts.map(({ code }) => code)).toEqual(['furniture-unsure']);
  });

  it('takes no headline for a sentence that is pulled out of the text', () => {
    const said = `街坊對我說：香港人不能再等下去了。${paragraph}`;
    const page = read('「香港人不能再等下去了」', '陳大文　香港大學經濟學教授', said, paragraph);
    expect(page.articles.map(({ title }) => title)).toEqual(['「香港人不能再等下去了」']);
  });

  it('takes who edited, below the last text, for no headline', () => {
    const page = read(...header, paragraph, paragraph, '編輯　陳佩玲');
    expect(page.furniture.map(({ text }) => text)).toEqual(['編輯　陳佩玲']);
  });

  it('leaves short headlines below page heads that stand over their author', () => {
    const lines = ['樓價何時回落', '教育之死'].flatMap((title, at) => [
      `明報 2026年7月18日 A1${at}`,
      title,
      ...['', '陳大文　香港大學經濟學教授', '', paragraph, '', paragraph, '', '', ''],
    ]);
    const page = readPage('a.txt', lines, () => false);
    expect(page.articles.map(({ title }) => title)).toEqual(['樓價何時回落', '教育之死']);
  });

  it.each([
    ['法政匯', '未能解開的死結'],
    ['東張西望', '在風雨中前行'],
    ['灣區', '如何融入國家大局'],
  ])('leaves the name of a column apart from the headline below: %s, %s', (column, title) => {
    const page = readPage(
      'a.txt',
      [column, title, '陳大文　香港大學經濟學教授', '', paragraph, '', paragraph],
      () => false,
    );
    expect(page.articles.map((article) => [article.series, article.title])).toEqual([[column, title]]);
  });

  it('takes the line right below each of several page heads for the name of the page', () => {
    const page = (head: string, name: string, title: string): string[] => [
      head,
      name,
      '',
      title,
      '',
      '陳大文　香港大學經濟學教授',
      ...['', paragraph, '', paragraph, '', '', ''],
    ];
    const { articles } = readPage(
      'a.txt',
      [
        ...page('快線早報　P12　2026年5月6日', '車廂內外', '巴士加價 誰來付錢'),
        ...page('快線早報　P14　2026年5月6日', '社區熱話', '咪錶智能 違泊依然'),
      ],
      () => false,
    );
    expect(articles.map(({ series, title }) => [series, title])).toEqual([
      [undefined, '巴士加價 誰來付錢'],
      [undefined, '咪錶智能 違泊依然'],
    ]);
  });

  it.each([[['快線早報　P12　2026年5月6日', '眾議園']], [['公共論壇', '快線早報　P12　2026年5月6日']]])(
    'takes the name of a page of opinion beside its head for what it is: %s',
    (head) => {
      const { articles } = readPage(
        'a.txt',
        [...head, '', '街角雜記', '巴士加價 誰來付錢', '陳大文', '', paragraph, '', paragraph],
        () => false,
      );
      expect(articles.map(({ series, title }) => [series, title])).toEqual([
        ['街角雜記', '巴士加價 誰來付錢'],
      ]);
    },
  );

  it('leaves a headline of two lines whole above an author line', () => {
    const page = read('華裔青年學中文', '換個理由會更久', '本報特約評論員　陳大文', paragraph, paragraph);
    expect(page.articles[0]?.authors).toEqual([{ name: '陳大文', roles: ['本報特約評論員'] }]);
  });

  it('reads a column and a pen name below the headline', () => {
    const page = read('一碟乾炒牛河的江湖', '【有碗話碗】鑊邊客', paragraph, paragraph);
    expect(page.articles[0]).toMatchObject({
      title: '一碟乾炒牛河的江湖',
      series: '有碗話碗',
      authors: [{ name: '鑊邊客' }],
    });
  });

  it('reads a name and the roles on a line each, whatever word they make together', () => {
    const page = read(
      '街市要留人 先留住聲音',
      '蘭啟東',
      '西環尾區議員',
      '街坊墟市協作網發起人',
      paragraph,
      paragraph,
    );
    expect(page.articles[0]?.authors).toEqual([
      { name: '蘭啟東', roles: ['西環尾區議員', '街坊墟市協作網發起人'] },
    ]);
  });

  it('takes a heading for a column where a note says when it comes out', () => {
    const head = ['街坊咪高峰', '巴士加價 誰來付錢', '文：陳大文'];
    const plain = read(...head, paragraph, paragraph);
    const noted = read(...head, paragraph, paragraph, '（隔周刊出）');
    expect(noted.articles.map(({ series, title }) => [series, title])).toEqual([
      ['街坊咪高峰', '巴士加價 誰來付錢'],
    ]);
    expect(noted.articles[0]?.blocks).toEqual(plain.articles[0]?.blocks);
  });

  it('leaves two short lines of one headline together, where another article has none', () => {
    const page = readPage(
      'a.txt',
      [
        ...['街坊咪高峰', '逢周三刊出', '', '外賣車泊滿街', '平台賺錢 街坊繞路', '撰文：陳大文', ''],
        ...[`外賣平台的電單車泊滿街，街坊要繞路。${paragraph}`, '', paragraph, '', ''],
        ...['深夜茶記', '逢周三、六刊出', '撰文：阿水', '', paragraph.slice(8), '', paragraph],
      ],
      () => false,
    );
    expect(page.articles.map(({ series, title }) => [series, title])).toEqual([
      ['街坊咪高峰', '外賣車泊滿街 平台賺錢 街坊繞路'],
      ['深夜茶記', '深夜茶記'],
    ]);
  });

  it.each([[1], [3]])(
    'takes the address of a paper for furniture only apart from the text, %i lines below',
    (blanks) => {
      const lines = [...header, paragraph, paragraph].flatMap((line) => [line, '']);
      const page = readPage(
        'a.txt',
        [...lines.slice(0, -1), ...Array<string>(blanks).fill(''), '電郵：opinion@example.org'],
        () => false,
      );
      expect(page.furniture.map(({ text }) => text)).toEqual(blanks > 1 ? ['電郵：opinion@example.org'] : []);
    },
  );

  it('names the headline that came second, ready to be set', () => {
    const page = read(
      '港商新航道：融入雙循環',
      '港商新航道：走向東南亞',
      '陳大文　香港大學經濟學教授',
      paragraph,
      paragraph,
    );
    const doubts = page.doubts.filter(({ code }) => code === 'headline-unsure');
    expect(doubts.length).toBe(1);
    expect(doubts[0]?.runnerUp).toMatch(/^the headline .+ \(line \d+\)$/u);
    expect(doubts[0]?.correction).toMatch(/set: \{ title: ".+" \}/u);
  });

  it('leaves the sentences that end an essay', () => {
    const page = readPage(
      'a.txt',
      [
        ...header,
        paragraph,
        paragraph,
        '',
        '我終於明白了母親的話。',
        '她從來沒有離開過我們。',
        '這條舊街也一樣沒有離開。',
      ],
      () => false,
    );
    expect(page.articles.map(({ title }) => title)).toEqual([header[0]]);
  });

  it('takes a text that calls its own author for no standfirst', () => {
    const page = read(
      ...header,
      '記得去年一位學生問我：「陳大文，你為什麼還留在大學教書？」我一時語塞，不知如何回答。',
      paragraph,
      paragraph,
    );
    expect(page.articles[0]?.standfirst).toBeUndefined();
  });

  describe('of a torn text', () => {
    const [upper, lower] = [paragraph.slice(0, 42), paragraph.slice(42)];
    const body = (caption: string) => {
      const page = read(...header, paragraph, upper, caption, lower, paragraph);
      const codes = page.doubts.map(({ code }) => code);
      return { texts: page.articles[0]?.blocks.map(({ text }) => text), codes };
    };

    it('puts a caption without any mark outside the article, and says that it is unsure', () => {
      const { texts, codes } = body('一名司機在機場的士站等候乘客時清潔車廂');
      expect(texts).toEqual([paragraph, paragraph, paragraph]);
      expect(codes).toContain('furniture-unsure');
    });

    it('puts the name of a series that stands elsewhere too outside the article, without a doubt', () => {
      const series = '照護同行：寫給看不見的人';
      const page = read(series, ...header, paragraph, upper, series, lower, paragraph);
      expect(page.articles[0]?.blocks.map(({ text }) => text)).toEqual([paragraph, paragraph, paragraph]);
      expect(page.doubts.map(({ code }) => code)).not.toContain('furniture-unsure');
    });

    it('leaves a third part with a comma in it, and says that it is unsure', () => {
      const caption = '果欄現存的石礎建築群，部分建於一九一三年';
      const { texts, codes } = body(caption);
      expect(texts?.join('')).toContain(caption);
      expect(codes).toContain('furniture-unsure');
    });
  });

  it('takes words that somebody said for no subhead', () => {
    const page = read(...header, paragraph, '「邊個負責抹地？」', paragraph, paragraph);
    expect(page.articles[0]?.blocks.map(({ kind }) => kind)).toEqual(['p', 'p', 'p', 'p']);
  });

  it('leaves a subhead whose end makes a word with the text below', () => {
    const page = read(...header, paragraph, '脫牙容易保牙難', `問題不在牙醫的心腸。${paragraph}`, paragraph);
    expect(page.articles[0]?.blocks.map(({ kind }) => kind)).toEqual(['p', 'h', 'p', 'p']);
  });

  it('begins an article without author line where a gap stands as between the other articles', () => {
    const others = ['社區藥房為何留不住人', '夜渡還能開多久'].map((title) => [title, '李小明　漁業協會會長']);
    const apart = [header, ['讓手語走進急症室'], ...others].flatMap((head) => [
      ...[...head, ...(head.length === 1 ? [clinic, clinic] : [paragraph, paragraph])].flatMap((line) => [
        line,
        '',
      ]),
      '',
      '',
    ]);
    const page = readPage('a.txt', apart, () => false);
    expect(page.articles.map(({ title }) => title)).toEqual([
      header[0],
      '讓手語走進急症室',
      '社區藥房為何留不住人',
      '夜渡還能開多久',
    ]);
  });

  it('takes a text without indent for the standfirst, where paragraphs are indented', () => {
    const standfirst = '強制驗樓計劃推行逾十年，未遵從的通知仍數以千計，癥結不在吝嗇而在標書。';
    const lines = [...header, '', standfirst, '', ...[1, 2, 3, 4].map(() => `　　${paragraph}`)];
    const page = readPage('a.txt', lines, () => false);
    expect(page.articles[0]?.standfirst?.text).toBe(standfirst);
    expect(page.articles[0]?.blocks.length).toBe(4);
  });

  describe('of a line that stands over two texts', () => {
    const column = '安居同行：由下而上看社區';
    const second = ['照顧者也要請病假', '鄔家輝　大廈業主自救互助會發言人'];

    it('takes it for the name of a column, not for an author before a headline', () => {
      const page = read(column, ...header, paragraph, paragraph, column, ...second, paragraph, paragraph);
      expect(page.articles.map(({ title, series }) => ({ title, series }))).toEqual([
        { title: header[0], series: column },
        { title: second[0], series: column },
      ]);
    });

    it('takes it for no pen name where another line names the author', () => {
      const name = '城市切片';
      const page = read(name, ...header, paragraph, paragraph, '', name, '把星星還給坪洲', stars, stars);
      expect(page.articles.map(({ authors }) => authors[0]?.name)).toEqual(['陳大文', '佚名']);
      expect(page.articles.map(({ series }) => series)).toEqual([name, name]);
    });
  });

  it('takes a sentence that tells of the author around it for a caption', () => {
    const caption = '陳大文在巴士站前示範輪椅受阻情況。';
    const page = read(...header, paragraph, caption, paragraph, paragraph);
    expect(furnitureOf(page)).toEqual([caption]);
    expect(textsOf(page)).toEqual([paragraph, paragraph, paragraph]);
  });

  it('leaves a sentence that tells of somebody else', () => {
    const sentence = '李小明在巴士站前等了半個小時。';
    const page = read(...header, paragraph, sentence, paragraph, paragraph);
    expect(textsOf(page)).toEqual([paragraph, sentence, paragraph, paragraph]);
  });

  it('leaves what is said on a line of its own, below who says it', () => {
    const said = ['一位老村長對我們說過一句話，我們一直記着：', '「狗唔會填表，人先會。」'];
    const page = read(...header, paragraph, ...said, paragraph);
    expect(textsOf(page)).toEqual([paragraph, ...said, paragraph]);
  });

  it.each(['#是給人看的：編程課缺了的半節', 'import一行字　背後是誰在免費打工'])(
    'takes %s for a headline',
    (title) => {
      const page = read(title, header[1] as string, paragraph, paragraph);
      expect(page.articles[0]?.title).toBe(title.replace('　', ' '));
    },
  );

  it('takes a dash before the second line of a headline for no author', () => {
    const page = readPage(
      'a.txt',
      [
        '城市農夫的一畝三分地',
        '——從天台到田野',
        '',
        '莫永青　香港城市農業聯盟主席',
        '',
        paragraph,
        '',
        paragraph,
      ],
      () => false,
    );
    expect(page.articles[0]?.title).toBe('城市農夫的一畝三分地 ——從天台到田野');
    expect(page.articles[0]?.authors.map(({ name }) => name)).toEqual(['莫永青']);
  });

  it('says that it is unsure of a first paragraph that sums up what follows', () => {
    const summary = '升降機停機的主因是零件短缺而非老化，當局應當先立更新次序，不能只靠罰款。';
    const texts = [
      '去年夏天，北角一幢大廈唯一仍可運作的升降機停在三樓與四樓之間，住戶每日徒步上落，足足等了四十天才等到一塊電路板，長者的藥只好由保安員逐層送上去。',
      '工作日誌顯示，停機源於電路板與門機的零件，而非鋼纜老化，這些零件的供應周期愈來愈短，十年前的型號今日已經沒有廠商肯接單，師傅只好自己動手焊接。',
      '當局現時只懂罰款，業主罰完仍然沒有零件可換，短缺依舊，停機依舊，住戶的怨氣一年比一年深，管理公司也換了三家，沒有一家敢開口答應維修日期。',
      '更新次序宜按停機記錄編排，先換門機，後換曳引機，主因在哪裏便由哪裏開始，不能一刀切地要求所有舊機同一年更換，否則短缺只會由零件變成師傅。',
    ];
    const page = read(...header, summary, ...texts);
    expect(page.articles[0]?.standfirst).toBeUndefined();
    expect(page.doubts.map(({ code }) => code)).toContain('standfirst-unsure');
  });

  it('gives a headline torn from its article to the one that is made of its characters', () => {
    const rain = [
      '把雨水盡快送走的思路要改。渠道再闊，也追不上愈來愈急的雨，與其不斷加大水管，不如把蓄洪池放進每一個球場的地底。',
      '蓄洪的道理並不複雜，一個足球場的地底可以蓄起九百立方米的雨水，大雨過後用來洗街，一年省下的食水足夠一條村飲用。',
      '雨水不是敵人，讓每一個校園留住自己屋頂的雨，城市才不會一下雨便變成河道，居民也不用再在門口堆沙包過夜。',
    ];
    const hands = [
      '凌晨兩點，一名聾人母親抱着發燒的孩子走進急症室，護士戴着口罩，她讀不到唇，兩人靠手機打字折騰了四十分鐘。',
      '急症室應該設有夜間的手語翻譯，由翻譯員輪班候命，醫護按一下平板便可接通，外地的醫院早已這樣做了十年有多。',
      '學會幾句手語並不困難，「痛不痛」「哪裏痛」，已經足以令聾人病人安心，也令護士少走很多冤枉路，少受很多委屈。',
    ];
    const page = read(
      '岑柏濤　香港水渠工程界聯誼會會長',
      ...rain,
      '蓄洪於社區 與雨水做朋友',
      '讓手語走進急症室',
      '焦念慈　手語翻譯學會主席',
      ...hands,
    );
    expect(page.articles.map(({ title, authors }) => [title, authors[0]?.name])).toEqual([
      ['蓄洪於社區 與雨水做朋友', '岑柏濤'],
      ['讓手語走進急症室', '焦念慈'],
    ]);
  });

  it.each([
    '港匯日報網站：https://www.example.com',
    '版面查詢：opinion@example.com',
    '本刊文章仅代表作者个人观点',
    '本報文章版權屬作者所有，不代表學生會立場',
    '逢周六出版　各區街市、屋邨大堂免費取閱',
  ])('puts %s outside the articles', (line) => {
    const page = read(...header, paragraph, paragraph, line);
    expect(page.furniture.map(({ text }) => text)).toEqual([line]);
  });

  it('puts a role together that goes on in the next line', () => {
    const byline = ['立法會議員、香港資訊保安專業聯盟榮譽', '顧問、前高級警司　邢子峻'];
    const page = readPage('a.txt', [header[0] ?? '', ...byline, '', paragraph, '', paragraph], () => false);
    expect(page.articles[0]?.authors).toEqual([
      { name: '邢子峻', roles: ['立法會議員', '香港資訊保安專業聯盟榮譽顧問', '前高級警司'] },
    ]);
  });

  it('puts roles together that go on in brackets over the line', () => {
    const page = readPage(
      'a.txt',
      [
        header[0] ?? '',
        '尉遲朗（香港天文教育協進會秘書長、',
        '科技博物館顧問、註冊生態導賞員）',
        '',
        paragraph,
        '',
        paragraph,
      ],
      () => false,
    );
    expect(page.articles[0]?.authors).toEqual([
      { name: '尉遲朗', roles: ['香港天文教育協進會秘書長', '科技博物館顧問', '註冊生態導賞員'] },
    ]);
  });

  describe('where lines stand close but over headings', () => {
    const others = ['夜渡還能開多久', '社區藥房為何留不住人', '讓手語走進急症室'];
    const laid = (gap: number): string[] =>
      others.flatMap((title) => [
        ...[title, '李小明　漁業協會會長', paragraph, paragraph],
        ...['', '輪候時間太長', paragraph, '', '人手從何而來', paragraph, paragraph],
        ...Array.from({ length: gap }, () => ''),
      ]);

    it.each([1, 2, 3])('finds no article under a subhead, with %i blank lines between articles', (gap) => {
      const page = readPage('a.txt', laid(gap), () => false);
      expect(page.articles.map(({ title }) => title)).toEqual(others);
      const subheads = page.articles.map(({ blocks }) => blocks.filter(({ kind }) => kind === 'h').length);
      expect(subheads).toEqual([2, 2, 2]);
    });
  });

  it('goes on with a sentence behind a semicolon, but not with the entries of a list', () => {
    const torn = read(...header, paragraph, `${paragraph.slice(0, -1)}；`, `不在乎${paragraph}`, paragraph);
    expect(torn.articles[0]?.blocks.length).toBe(3);
    const entries = ['（一）檢討編制；', '（二）增聘人手；', '（三）公布數據。'];
    const list = read(...header, paragraph, ...entries, paragraph);
    expect(list.articles[0]?.blocks.map(({ text }) => text)).toEqual([paragraph, ...entries, paragraph]);
  });

  it('leaves out the name of a series that returns in a torn text without its part', () => {
    const [upper, lower] = [paragraph.slice(0, 40), paragraph.slice(40)];
    const page = read('跨城手記（下）', ...header, paragraph, upper, '跨城手記', lower, paragraph);
    expect(page.articles[0]?.blocks.map(({ text }) => text)).toEqual([paragraph, paragraph, paragraph]);
  });

  it('takes the entries of a table of contents for no headlines', () => {
    const titles = ['夜渡還能開多久', '社區藥房為何留不住人'];
    const page = read(
      '本期目錄',
      ...titles.map((title, at) => `${at + 1}. ${title}`),
      ...titles.flatMap((title) => ['', title, '李小明　漁業協會會長', paragraph, paragraph]),
    );
    expect(page.articles.map(({ title }) => title)).toEqual(titles);
  });

  it('joins a word that joins sentences to what follows it, though a picture parts them', () => {
    const page = read(...header, paragraph, '與其', '（本報資料圖片：新裝的圍欄）', `築牆，不如${paragraph}`);
    expect(page.articles[0]?.blocks.map(({ text }) => text)).toEqual([
      paragraph,
      `與其築牆，不如${paragraph}`,
    ]);
  });

  it('tells the script of a text by its share of characters that fold, not by one of them', () => {
    const simplified =
      '政府近年多番推动经济转型，惟成效未彰，社会各界意见纷纭，业界既盼政策清晰，市民则更关心生活。';
    const page = read('香港经济转型', '陈大文　香港大学经济学教授', `${simplified}啟德`, simplified);
    expect(page.articles.map(({ lang }) => lang)).toEqual(['zh-Hans']);
  });

  describe('page heads', () => {
    const article = [...header, '', paragraph, '', paragraph, '', ''];
    const headOf = (...lines: string[]) =>
      readPage('a.txt', lines, () => false).articles.map(({ head }) => head);

    it('are one where their lines stand next to each other', () => {
      const head = { publication: '晨曦日報', date: '2026-03-27', page: 'A23' };
      const lines = ['晨曦日報', '2026年3月27日　星期五', '言論　A23', ''];
      expect(headOf(...lines, ...article)).toEqual([head]);
    });

    it('take in a line of page and section right beside the day', () => {
      const head = { publication: '港聲日報', date: '2026-08-20', page: 'C3' };
      expect(headOf('港聲日報', 'C3 筆陣', '2026年8月20日', '', ...article)).toEqual([head]);
    });

    it('lose the page with a new day, and all with another paper', () => {
      const first = ['海濤日報　A18　2026年5月12日', '', ...article];
      const [, day] = headOf(...first, '2026年5月13日', '', ...article);
      expect(day).toEqual({ publication: '海濤日報', date: '2026-05-13' });
      const [, paper] = headOf(...first, '維城晚報　A09', '', ...article);
      expect(paper).toEqual({ publication: '維城晚報', page: 'A09' });
    });

    it('give way to a note that tells where a text was first printed', () => {
      const note = '（本文原刊於《經緯日報》2026年4月8日A15版）';
      const heads = headOf(
        '海濤日報　A18　2026年5月12日',
        '',
        ...article.slice(0, -1),
        note,
        '',
        '',
        ...article,
      );
      expect(heads).toEqual([
        { publication: '經緯日報', date: '2026-04-08', page: 'A15' },
        { publication: '海濤日報', date: '2026-05-12', page: 'A18' },
      ]);
    });
  });
});
