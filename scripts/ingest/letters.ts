/** Letters to the editor: how they open, and what stands over them. Their authors sign below, wherever others stand. */
import { Sieve } from './needs.ts';
import { simplify, simplifyPattern } from './text.ts';

/** A salutation on a line of its own, and the name of the section, are no wider. */
export const [widestSalute, widestSection] = [16, 8];

const salutation = simplifyPattern(
  /^(?:致|敬啟者|親愛的)?\s*(?:編輯|主編|總編輯|編者|編輯部|貴報|讀者|各位|同學|家長)\s*(?:先生|女士|小姐|朋友|們|編輯|台鑒|鈞鑒|大鑒|您好|你好)?\s*[：:]$|^敬啟者\s*[：:]?$/u,
);
/** … with the text right behind it. */
const salutationBefore = simplifyPattern(
  /^(?:致\s*)?(?:(?:編輯|主編|總編輯|編者)(?:先生|女士|小姐|部)?(?:台鑒|鈞鑒|大鑒)?|敬啟者|親愛的讀者)\s*[：:](?=\S)/u,
);
/** The section of letters, whose authors sign below wherever others stand. */
const ofLetters = simplifyPattern(
  /^[【[〔■◆●]*(?:讀者|各界|市民)?(?:來函|來信|來鴻|投書|書信|信箱|之聲)[】\]〕]*$/u,
);

const sieve = new Sieve([salutation, salutationBefore, ofLetters], true);
const [salutationAt, salutationBeforeAt, ofLettersAt] = [0, 1, 2];

/** Whether a line is a salutation: 編輯先生：. */
export function isSalute(text: string): boolean {
  return sieve.look(text).may(salutationAt) && salutation.test(simplify(text));
}

/** Whether a text begins with one, and goes on with the letter. */
export function isOpenedBySalute(text: string): boolean {
  return sieve.look(text).may(salutationBeforeAt) && salutationBefore.test(simplify(text.slice(0, 12)));
}

/** Whether a line is the name of the section: 讀者來函. */
export function isLettersSection(text: string): boolean {
  return sieve.look(text).may(ofLettersAt) && ofLetters.test(simplify(text));
}
