/** The encodings of dumps, as corrections and ledgers name them. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'big5-hkscs', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

/** What stands in a text for bytes that could not be read. */
export const lostMark = '\ufffd';
