/** What a page needs to speak: its script, the interface's words and the archive's texts in it, and addresses. */
import type { Written } from './archive/model.ts';
import { pathTo } from './site.ts';
import { convert, interfaceIn, type Script } from './text/script.ts';

export interface Voice {
  script: Script;
  /** Words of the interface, written in Traditional. */
  t: (text: string) => string;
  /** A text of the archive. */
  show: (written: Written) => string;
  /** The path of an address in this script, with the base. */
  to: (address: string) => string;
}

/** The voice of pages in a script. */
export function voiceIn(script: Script): Voice {
  return {
    script,
    t: interfaceIn(script),
    show: ({ text, lang }) => convert(text, lang, script),
    to: (address) => pathTo(script, address),
  };
}
