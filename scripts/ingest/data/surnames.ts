/** Chinese surnames, single and compound, in Traditional; compared after folding, so Simplified matches too. */
export const singleSurnames =
  '王李張劉陳楊黃趙吳周徐孫馬朱胡郭何林高羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭肖田董潘袁蔡蔣余于杜葉程魏蘇呂丁任沈姚盧姜崔鍾鐘譚陸汪范金石廖賈夏韋付傅方白鄒孟熊秦邱丘江尹薛閻閆段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴覃武戴莫孔向湯溫康施文牛樊葛邢安齊易喬伍龐顏倪莊聞聶章魯岳翟殷詹申歐耿關蘭焦俞左柳甘祝包寧尚符舒阮柯紀梅童凌畢單季裴霍塗涂成苗谷曲盛冉翁藍駱路游遊辛靳管柴蒙鮑華喻祁蒲房滕屈饒解牟艾尤陽時穆農司卓古吉繆簡車項連蘆麥褚婁竇戚岑景黨宮費卜冷晏席衛衞米柏宗瞿桂全佟應臧閔苟鄔邊卞姬仇欒隋商刁沙榮巫寇桑郎甄叢仲虞敖鞏明佘查麻苑遲鄺鄘官封談匡鞠惠荊樂冀鬱郁胥班冼洗區屠嵇烏焉弓隗山宓蓬郗仰咸籍賴藺屬鄂索豐滿弘廣祿闕殳沃蔚越夔隆厙晁勾融訾闞乜須巢蒯竺權逯蓋益桓公靖揭勞鈕幸湛布鳳危莘招保戎洪杭支經裘諸況后郜練卑伏冒蒼';

export const compoundSurnames = [
  '歐陽', '司徒', '司馬', '上官', '諸葛', '東方', '皇甫', '尉遲', '公孫', '慕容', '令狐', '宇文', '長孫', '夏侯', '軒轅',
  '鍾離', '鮮于', '閭丘', '太史', '端木', '獨孤', '南宮', '西門', '左丘', '申屠', '公羊', '澹臺', '赫連', '濮陽', '淳于',
  '單于', '太叔', '百里', '呼延', '東郭', '南門', '拓跋', '納蘭', '完顏', '万俟',
];

/** Two surnames in a row, as married women of Hong Kong write theirs: 陳方安生, 林鄭月娥, 范徐麗泰. */
export const marriedNameLength = 4;

/** Characters that seldom stand in a given name and often in a phrase; each makes a short line less like a name. */
export const unlikelyInNames =
  '的了是在不要也就都而及與於以如何這那有無可能會把被讓從向對為什麼嗎呢吧之所再更最還又很將比或若但則每各該此其請勿宜須應莫別切記得走過去來到做看說想問給著着開關買賣錢價租樓股稅港市區政';
