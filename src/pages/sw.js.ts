import { stripTypeScriptTypes } from 'node:module';
import type { APIRoute } from 'astro';
import worker from '../offline/worker.ts?raw';

/** The service worker; it stands at the top of the site, because it may only serve what is below it. */
export const GET: APIRoute = () =>
  new Response(stripTypeScriptTypes(worker), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
