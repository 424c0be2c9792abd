/** Paths of pages: each in both scripts, long lists over several pages. */
import { locales } from '../site.ts';
import { type Script, scripts } from '../text/script.ts';
import { type Page, paged, pageParam } from './paging.ts';

export interface Route<Props> {
  params: Record<string, string | undefined>;
  props: Props;
}

/** The routes of a page in both scripts, as `getStaticPaths` gives them. */
export function inBothScripts<Props>(
  routes: (script: Script) => Route<Props>[],
): Route<Props & { script: Script }>[] {
  return scripts.flatMap((script) =>
    routes(script).map(({ params, props }) => ({
      params: { ...params, locale: locales[script] },
      props: { ...props, script },
    })),
  );
}

/** The routes of one list over as many pages as it needs. */
export function listRoutes<Item, Props>(
  items: readonly Item[],
  size: number,
  params: Route<Props>['params'],
  props: Props,
): Route<Props & { page: Page<Item> }>[] {
  return paged(items, size).map((page) => ({
    params: { ...params, page: pageParam(page.number) },
    props: { ...props, page },
  }));
}
