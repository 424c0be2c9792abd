/** What a site holds: pages, and the files that endpoints answer with. */
import path from 'node:path';
import type { APIContext, GetStaticPathsItem, RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { App } from './app.ts';
import { homeOf } from './home.ts';

/** A page or a file. */
export interface Place {
  /** Relative to the site. */
  file: string;
  isPage: boolean;
  /** It belongs to one script. */
  inScript: boolean;
  /** A hash of all that it shows; absent for what is made anew every time. */
  key: string | undefined;
  make: () => Response | Promise<Response>;
}

const inScript = (route: RouteData) => route.params.includes('...locale');
const trimmed = (pathname: string) => pathname.replace(/^\/+|\/+$/g, '');

/** Pages are rendered by the framework, which lists them, and keeps in mind what is to be shown on each. */
async function pages(app: App, only: RouteData, home: URL): Promise<Place[]> {
  const manifest = {
    ...app.manifest,
    routes: app.manifest.routes.filter(({ routeData }) => routeData === only),
  };
  const { routeCache } = app;
  const getComponentByRoute = (route: RouteData) => app.getComponentByRoute(route);
  const paths = new StaticPaths({ manifest, getComponentByRoute, ...(routeCache ? { routeCache } : {}) });
  return (await paths.getAll()).map(({ pathname, route, cacheKey }) => {
    const name = trimmed(pathname);
    const address = new URL(name === '' ? '' : `${name}/`, home);
    return {
      file: name === '404' ? '404.html' : path.posix.join(name, 'index.html'),
      isPage: true,
      inScript: inScript(route),
      key: cacheKey,
      make: () => app.render(new Request(address), { routeData: route }),
    };
  });
}

/** What of the framework's context endpoints are given: all that those of a static site can know. */
type EndpointContext = Pick<APIContext, 'params' | 'props' | 'site' | 'url'>;

interface Endpoint {
  GET: (context: EndpointContext) => Response | Promise<Response>;
  getStaticPaths?: () => Promise<readonly (GetStaticPathsItem & { cacheKey?: string })[]>;
}

/** Puts the values of parameters into the pattern of a route. */
function filled(pattern: string, params: GetStaticPathsItem['params']): string {
  const name = pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, param: string) => String(params[param] ?? ''));
  return trimmed(name.replace(/\/{2,}/g, '/'));
}

/** Endpoints are asked without the framework, whose work for a request costs more than most of their answers. */
async function filesOf(app: App, route: RouteData, home: URL): Promise<Place[]> {
  const endpoint = (await app.getComponentByRoute(route)) as unknown as Endpoint;
  const items = (await endpoint.getStaticPaths?.()) ?? [{ params: {} }];
  const site = app.manifest.site === undefined ? undefined : new URL(app.manifest.site);
  return items.map(({ params, props = {}, cacheKey }: GetStaticPathsItem & { cacheKey?: string }) => {
    const file = filled(route.route, params);
    return {
      file,
      isPage: false,
      inScript: inScript(route),
      key: cacheKey,
      make: () =>
        endpoint.GET({ params: params as APIContext['params'], props, site, url: new URL(file, home) }),
    };
  });
}

/** Pages that show what comes of comparing all texts. */
const ofAllTexts = /^\/(?:\[\.\.\.locale\]\/)?articles\/\[id\]$/;

/**
 * All that a program can make, route by route.
 *
 * @param compared ends when all texts are compared; what shows nothing of it comes first
 */
export async function* placesOf(app: App, compared: Promise<void> | undefined): AsyncGenerator<Place[]> {
  const home = homeOf();
  const routes = app.manifest.routes.map(({ routeData }) => routeData).filter(({ prerender }) => prerender);
  const files = routes.filter(({ type }) => type === 'endpoint');
  const shown = routes.filter(({ type }) => type !== 'endpoint');
  for (const route of shown) if (!ofAllTexts.test(route.route)) yield await pages(app, route, home);
  for (const route of files) yield await filesOf(app, route, home);
  await compared;
  for (const route of shown) if (ofAllTexts.test(route.route)) yield await pages(app, route, home);
}
