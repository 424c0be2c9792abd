/** The integration by which the development server shows content as it is, and watches no more files than it must. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { onContentChange } from './article/entries.ts';
import { cacheFolder } from './cache/folder.ts';
import { contentFolder } from './content-folder.ts';

/** Environments that make pages. */
const environments = ['ssr', 'prerender'];

/** The Astro integration. */
export function servedContent(): AstroIntegration {
  return {
    name: 'served-content',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'dev') return;
        // Folders of ten thousands of files, none of which is a module; the loader watches the content itself.
        const root = fileURLToPath(config.root);
        const passedBy = ['dist', '.cache', cacheFolder, contentFolder].map((name) =>
          path.resolve(root, name),
        );
        passedBy.push(fileURLToPath(config.outDir).replace(/[\\/]+$/, ''));
        const ignored = (file: string) =>
          passedBy.some((folder) => file === folder || file.startsWith(folder + path.sep));
        updateConfig({ vite: { server: { watch: { ignored: [ignored] } } } });
      },
      'astro:server:setup': ({ server }) => {
        onContentChange(() => {
          for (const name of environments) server.environments[name]?.hot.send('astro:content-changed', {});
          server.environments.client?.hot.send({ type: 'full-reload', path: '*' });
        });
      },
    },
  };
}
