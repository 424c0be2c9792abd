/**
 * What the mainland calls what Hong Kong calls otherwise: words of the interface, as they come out when characters alone are
 * turned, with those that stand in their place. Texts of the archive keep their words.
 */
export const mainlandWords: readonly [hongKong: string, mainland: string][] = [
  ['搜寻', '搜索'],
  ['检视', '查看'],
  ['连结', '链接'],
  ['连回', '链接回'],
  ['连往', '链接到'],
  ['点按', '点击'],
  ['汇入', '导入'],
  ['取用', '获取'],
  ['栏位', '字段'],
  ['位元组', '字节'],
  ['档案', '文件'],
  ['文字档', '文本文件'],
  ['纯文字', '纯文本'],
  ['此档', '此文件'],
  ['本档', '本文件'],
  ['原档', '原文件'],
  ['程式', '程序'],
  ['装置', '设备'],
  ['这部', '这台'],
  ['全形', '全角'],
  ['半形', '半角'],
  ['报章', '报纸'],
  ['职衔', '头衔'],
  ['人手', '人工'],
  ['从缺', '空缺'],
  ['起计', '起算'],
];
