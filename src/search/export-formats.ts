/** The formats in which what was found can be taken away; apart from what writes them, which loads when asked for. */
export const exportFormats = ['csv', 'ris', 'bib'] as const;
export type ExportFormat = (typeof exportFormats)[number];
