import type { APIRoute } from 'astro';
import { filesInBothScripts } from '../../../archive/routes.ts';
import { styleIn, styleNames } from '../../../citation/styles.ts';
import type { Script } from '../../../text/script.ts';

export const getStaticPaths = () =>
  filesInBothScripts(() => styleNames.map((name) => ({ params: { name }, props: { name } })));

/** A citation style, to be used here and to be installed in a reference manager. */
export const GET: APIRoute<{ script: Script; name: (typeof styleNames)[number] }> = ({ props }) =>
  new Response(styleIn(props.script, props.name), {
    headers: { 'content-type': 'application/vnd.citationstyles.style+xml; charset=utf-8' },
  });
