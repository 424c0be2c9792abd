/** Provisional: replaced by the folding of the search design. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
