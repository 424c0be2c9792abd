/** Where a page sends its readers on to another place (下轉 A19 版), and where the text goes on there (上接 A18 版). */
import { simplify, simplifyPattern } from './text.ts';

const away = simplifyPattern(
  /^[（(【[〔〈《<>▲▼◀▶→←]*\s*(?:下轉|轉下|文轉|轉入|續見|下接)[^，。；：]{0,10}$/u,
);
const back = simplifyPattern(
  /^[（(【[〔〈《<>▲▼◀▶→←]*\s*(?:上接|接上|續上|續自(?=\s*(?:第|[A-Z]{0,2}\d))|文接|承上)[^，。；：]{0,10}$/u,
);

/** What furniture says of the text around it: that it goes on elsewhere, or that it comes from elsewhere. */
export function turnOf(text: string): 'away' | 'back' | undefined {
  const plain = simplify(text);
  if (away.test(plain)) return 'away';
  return back.test(plain) ? 'back' : undefined;
}
