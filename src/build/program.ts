/**
 * The program that makes pages: what the framework bundles of `src/`, with the styles and scripts of the site. It is kept
 * until the code changes; `scripts/build/` has it run in processes of its own.
 */
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { readRecord } from '../cache/kept-file.ts';

/** The styles of a page as the framework lists them, by its route and component. */
type PageStyles = [page: string, listed: { styles: unknown[] }];

export interface Program {
  /** A hash of the code, and of what it is told in the environment. */
  key: string;
  /** The module that makes pages, in the folder of code. */
  entry: string;
  styles: PageStyles[];
  /** Articles with Markdown or MDX, which are part of the program: their files, and a hash of each. */
  markup: Record<string, string>;
}

/** What stands in the folder of a program. */
const parts = { program: 'program.json', code: 'code', assets: 'assets' };

/** Where the framework puts what makes pages, below the folder into which it builds. */
const prerenderFolder = '.prerender';
const entryName = /^prerender-entry\..*\.mjs$/;

/** The folder of styles, scripts and files of `public/`, into which the framework builds. */
export function assetsOf(folder: string): string {
  return path.join(folder, parts.assets);
}

/** The module that makes pages. */
export function entryOf(folder: string, { entry }: Program): string {
  return path.join(folder, parts.code, entry);
}

/** The program in a folder; `undefined` where there is none or it is damaged. */
export function readProgram(folder: string): Program | undefined {
  const program = readRecord<Program>(path.join(folder, parts.program));
  const isWhole = program && existsSync(entryOf(folder, program)) && existsSync(assetsOf(folder));
  return isWhole ? program : undefined;
}

/**
 * The integration that keeps the program, and ends a build where pages would be made.
 *
 * @param told its folder and its key
 * @param markup tells which articles are part of it
 */
export function keepProgram(
  { folder, key }: { folder: string; key: string },
  markup: () => Program['markup'],
): AstroIntegration {
  let styles = (): PageStyles[] => [];
  const keep = () => {
    const code = path.join(folder, parts.code);
    renameSync(path.join(assetsOf(folder), prerenderFolder), code);
    const entry = readdirSync(code).find((name) => entryName.test(name));
    if (entry === undefined) throw new Error('The framework bundled no module that makes pages.');
    const program: Program = { key, entry, styles: styles(), markup: markup() };
    writeFileSync(path.join(folder, parts.program), JSON.stringify(program));
  };
  const prerenderer: AstroPrerenderer = {
    name: 'keep-program',
    getStaticPaths: async () => {
      keep();
      return [];
    },
    render: () => Promise.reject(new Error('No page is made where the program is bundled.')),
  };
  return {
    name: 'keep-program',
    hooks: {
      'astro:build:setup': ({ pages }) => {
        styles = () => [...pages].map(([page, { styles: listed }]) => [page, { styles: listed }]);
      },
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer(prerenderer),
    },
  };
}
