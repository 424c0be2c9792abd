/** Characters of which op-eds of Hong Kong are made, whatever they speak of. */
export const commonCharacters =
  '的一是不在有人了我他這為之來以個到上們時大地得可也子就那要下於能出而過年事說對生會好後學同着沒如看多與成都自心樣還去開發天只但中小因所當些用和其行意想此把做作裏經面讓又很動起從並政府香港市民社區更應每家無本由被新前月日或者問題分方法工十二三四五六七八九百千萬元';
