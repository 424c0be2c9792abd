/** Words that lean on what stands before them. */
import { simplify, simplifyPattern } from './text.ts';

/** … but for the nouns and names, and the few words that open a sentence, which begin alike: 的士, 的確, 了解, 了無新意. */
const particle = simplifyPattern(/^(?:的(?![士確當而里黎話])|們|了(?![解無結然斷不卻望悟]))/u);

/** Whether a text begins with a word that nothing begins with: 的條例, 了三年. */
export function beginsWithParticle(text: string): boolean {
  return particle.test(simplify(text.slice(0, 2)));
}
