/** Loads what marks hits in an article, where the address asks for it. */
import { highlightParameter } from './highlight-parameter.ts';

const query = new URLSearchParams(location.search).get(highlightParameter);
if (query !== null && query !== '') void import('./highlight.ts').then(({ highlight }) => highlight(query));
