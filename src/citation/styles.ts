/** The citation styles of the archive's own: files of `styles/`, their words in the script of a page. */
import { interfaceIn, type Script } from '../text/script.ts';
import gbt7714 from './styles/gb-t-7714-2025.csl?raw';
import hongKong from './styles/hong-kong.csl?raw';

const styles = { 'gb-t-7714-2025': gbt7714, 'hong-kong': hongKong } as const;

/** Names of the styles, which are also those of their files under `/styles/`. */
export const styleNames = Object.keys(styles) as (keyof typeof styles)[];

/** A style as CSL, in a script. */
export function styleIn(script: Script, name: keyof typeof styles): string {
  return interfaceIn(script)(styles[name]);
}
