/** Headlines with their author in brackets, as lists have them. */
import { parseByline } from './byline.ts';
import { isLatinName } from './names.ts';

const signedHeadline = /^(?<title>[^。；（）()]{4,}|[^。；]{4,}?)\s*[（(](?<author>[^（）()]{2,30})[）)]$/u;

/**
 * A headline with its author in brackets, as in a list of them.
 *
 * @returns the author's name, and where the headline ends; `undefined` where the text is none
 */
export function signedHeadlineOf(text: string): { name: string; end: number } | undefined {
  if (!text.endsWith('）') && !text.endsWith(')')) return undefined;
  const { title = '', author = '' } = signedHeadline.exec(text)?.groups ?? {};
  const name = isLatinName(author) ? author : parseByline(author)?.authors[0]?.name;
  return title === '' || name === undefined ? undefined : { name, end: title.length };
}
