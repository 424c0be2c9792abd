/** Paths of pages: each in both scripts, long lists over several pages. */

import { buildsTheRest, filesHere, keepsPages, scriptsHere } from '../build/told.ts';
import { keyOf, keyOfShared } from '../cache/key.ts';
import { locales } from '../site.ts';
import { type Script, scripts } from '../text/script.ts';
import { type Page, paged, pageParam } from './paging.ts';

export interface Route<Props> {
  params: Record<string, string | undefined>;
  props: Props;
  /**
   * All that the page shows, as plain data; a page of which this is said is made again only when it changed. A page
   * that says nothing is always made.
   */
  shows?: () => unknown;
}

/** Where pages that count the whole archive are built, in both scripts: once is enough. */
export const together: readonly Script[] = buildsTheRest ? scripts : [];

/**
 * The routes of a page in both scripts, as `getStaticPaths` gives them.
 *
 * @param here the scripts of which this process builds the page
 */
export function inBothScripts<Props>(
  routes: (script: Script) => Route<Props>[],
  here: readonly Script[] = scriptsHere,
): (Omit<Route<Props & { script: Script }>, 'shows'> & { cacheKey?: string })[] {
  return here.flatMap((script) =>
    routes(script).map(({ params, props, shows }) => ({
      params: { ...params, locale: locales[script] },
      props: { ...props, script },
      ...(keepsPages && shows ? { cacheKey: keyOf(shows()) } : {}),
    })),
  );
}

/** The same for files for programs. */
export function filesInBothScripts<Props>(
  routes: (script: Script) => Route<Props>[],
): ReturnType<typeof inBothScripts<Props>> {
  return inBothScripts(routes, filesHere);
}

/**
 * The routes of one list over as many pages as it needs.
 *
 * @param props plain data, which with the items of a page is all that the page shows
 * @param grows at which end items are added
 */
export function listRoutes<Item extends object, Props>(
  items: readonly Item[],
  size: number,
  params: Route<Props>['params'],
  props: Props,
  grows?: Parameters<typeof paged>[2],
): Route<Props & { page: Page<Item> }>[] {
  return paged(items, size, grows).map((page) => ({
    params: { ...params, page: pageParam(page.number) },
    props: { ...props, page },
    shows: () => ({ ...props, page: { ...page, items: page.items.map(keyOfShared) } }),
  }));
}
