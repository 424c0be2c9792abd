import type { APIRoute } from 'astro';
import { filesInBothScripts } from '../../archive/routes.ts';
import { base, languageTags, site } from '../../site.ts';
import type { Script } from '../../text/script.ts';
import { voiceIn } from '../../voice.ts';

export const getStaticPaths = () => filesInBothScripts(() => [{ params: {}, props: {} }]);

/** What a device needs to know to install the site. */
export const GET: APIRoute<{ script: Script }> = ({ props: { script } }) => {
  const { t, to } = voiceIn(script);
  const manifest = {
    id: base,
    name: t(site.name),
    short_name: t(site.name),
    description: t(site.description),
    lang: languageTags[script],
    start_url: to('/'),
    scope: base,
    display: 'minimal-ui',
    background_color: '#fafaf6',
    theme_color: '#fafaf6',
    icons: [
      { src: `${base}icon-192.png`, sizes: '192x192', type: 'image/png' },
      { src: `${base}icon-512.png`, sizes: '512x512', type: 'image/png' },
      { src: `${base}icon-maskable.png`, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
};
