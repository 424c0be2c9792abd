/**
 * Other tools on the same articles, each with its own search. They are no part of the project: they are installed by
 * exact version into the bench's own folder when it runs, and one that is not there or does not finish is reported so.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeBody } from '../../../src/article/body.ts';
import { type Entry, readArticle } from '../../../src/article/read.ts';
import { type Cost, runProgram } from '../search/processes.ts';

export interface Peer {
  name: string;
  /** Packages by exact version, for those that come from npm. */
  packages?: Record<string, string>;
  /** Files that make the project, beside the articles; paths relative to it. */
  files: Record<string, string>;
  /** Where articles stand, and what stands above the body of one. */
  articles: string;
  head: (entry: Entry) => string;
  /** Commands that build the site with its search, and where it is then. */
  build: [command: string, ...args: string[]][];
  site: string;
}

const quoted = (text: string) => JSON.stringify(text);
const heapOf = 8192;

export const peers: Peer[] = [
  {
    name: 'VitePress 1.6.4, local search',
    packages: { vitepress: '1.6.4' },
    files: {
      '.vitepress/config.mjs':
        "export default { title: 'Bench', lang: 'zh-Hant', themeConfig: { search: { provider: 'local' } } };\n",
      'index.md': '# Bench\n',
    },
    articles: 'articles',
    head: ({ title }) => `---\ntitle: ${quoted(title)}\n---\n\n# ${title}\n\n`,
    build: [['node', `--max-old-space-size=${heapOf}`, 'node_modules/vitepress/bin/vitepress.js', 'build']],
    site: '.vitepress/dist',
  },
  {
    name: 'Starlight 0.42.4, Pagefind',
    packages: { astro: '7.3.4', '@astrojs/starlight': '0.42.4', '@astrojs/markdown-remark': '7.3.0' },
    files: {
      'astro.config.mjs': [
        "import { defineConfig } from 'astro/config';",
        "import starlight from '@astrojs/starlight';",
        "export default defineConfig({ site: 'http://localhost', integrations: [starlight({ title: 'Bench', sidebar: [],",
        // Pagefind cuts text into words by the language that pages say they are in.
        "  locales: { root: { label: '繁體中文', lang: 'zh-TW' } } })] });",
        '',
      ].join('\n'),
      'src/content.config.ts': [
        "import { defineCollection } from 'astro:content';",
        "import { docsLoader } from '@astrojs/starlight/loaders';",
        "import { docsSchema } from '@astrojs/starlight/schema';",
        'export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };',
        '',
      ].join('\n'),
      'src/content/docs/index.md': '---\ntitle: Bench\n---\n\nBench.\n',
    },
    articles: 'src/content/docs/articles',
    head: ({ title }) => `---\ntitle: ${quoted(title)}\n---\n\n`,
    build: [['node', `--max-old-space-size=${heapOf}`, 'node_modules/astro/bin/astro.mjs', 'build']],
    site: 'dist',
  },
  {
    name: 'Hugo, Pagefind 1.6.0',
    packages: { pagefind: '1.6.0' },
    files: {
      'hugo.toml': "baseURL = 'http://localhost/'\ntitle = 'Bench'\ndisableKinds = ['taxonomy', 'term']\n",
      'layouts/_default/single.html':
        '<!doctype html><html lang="zh-Hant"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>\n',
      'layouts/_default/list.html':
        '<!doctype html><html lang="zh-Hant"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><ul>{{ range (.Paginate .Pages 60).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ template "_internal/pagination.html" . }}</body></html>\n',
      'layouts/index.html':
        '<!doctype html><html lang="zh-Hant"><head><meta charset="utf-8"><title>Bench</title></head><body><a href="/articles/">Bench</a></body></html>\n',
    },
    articles: 'content/articles',
    head: ({ title }) => `---\ntitle: ${quoted(title)}\n---\n\n`,
    build: [
      ['hugo', '--quiet'],
      ['node', 'node_modules/pagefind/lib/runner/bin.cjs', '--site', 'public', '--quiet'],
    ],
    site: 'public',
  },
];

/** Sets up a peer with the articles of a folder, its packages too; this is not measured. */
async function prepare(peer: Peer, folder: string, articles: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const write = (name: string, text: string) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const packages = { name: 'bench', private: true, type: 'module', dependencies: peer.packages ?? {} };
  write('package.json', JSON.stringify(packages));
  for (const [name, text] of Object.entries(peer.files)) write(name, text);
  for (const name of readdirSync(articles)) {
    const { entry } = readArticle(readFileSync(path.join(articles, name)));
    write(path.join(peer.articles, `${entry.id}.md`), peer.head(entry) + writeBody(entry.blocks));
  }
  if (peer.packages) await runProgram('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder });
}

/**
 * Builds the site of a peer.
 *
 * @param patience seconds after which it counts as not finishing
 */
export async function buildPeer(
  peer: Peer,
  folder: string,
  articles: string,
  patience: number,
): Promise<Cost> {
  await prepare(peer, folder, articles);
  const total: Cost = { seconds: 0, processor: 0, megabytes: 0 };
  for (const [command, ...args] of peer.build) {
    const env = { ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
    const run = await runProgram(command, args, { cwd: folder, env, patience });
    total.seconds += run.seconds;
    total.processor += run.processor;
    total.megabytes = Math.max(total.megabytes, run.megabytes);
  }
  return total;
}
