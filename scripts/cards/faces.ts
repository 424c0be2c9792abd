/** The faces in which cards are set, from npm packages: they hold what Hong Kong and the mainland print. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Script } from '../../src/text/script.ts';

/** Style sheets that declare a face in slices, so that a card loads only those it needs. */
const sheets = {
  'Chiron Sung HK WS': 'node_modules/chiron-sung-hk-webfont/css/vf.css',
  'Noto Serif SC Variable': 'node_modules/@fontsource-variable/noto-serif-sc/index.css',
} as const;

/** The faces of a script, the one with its own forms first. */
export const families: Record<Script, (keyof typeof sheets)[]> = {
  'zh-Hant': ['Chiron Sung HK WS', 'Noto Serif SC Variable'],
  'zh-Hans': ['Noto Serif SC Variable', 'Chiron Sung HK WS'],
};

/** The declarations of all faces; addresses of files are paths in the project. */
export function faceSheet(): string {
  return Object.values(sheets)
    .map((sheet) =>
      readFileSync(sheet, 'utf8').replace(
        /url\(['"]?([^'")]+)['"]?\)/g,
        (_, file: string) => `url("/${path.posix.join(path.posix.dirname(sheet), file)}")`,
      ),
    )
    .join('\n');
}
