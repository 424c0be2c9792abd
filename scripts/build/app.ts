/** The framework's program that makes pages, loaded in a process of its own. */
import path from 'node:path';
import type { AstroLoggerMessage, RouteData } from 'astro';
import type { StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { entryOf, type Program } from '../../src/build/program.ts';

/** What is used of it, which is what the framework's own prerenderer uses. */
export interface App extends StaticPathsApp {
  getComponentByRoute: NonNullable<StaticPathsApp['getComponentByRoute']>;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

interface Loaded {
  app: App & {
    setInternals(internals: { pagesByKeys: Map<string, { styles: unknown[] }> }): void;
    setOptions(options: {
      settings: { scripts: unknown[] };
      logger: { options: { destination: { write: (message: AstroLoggerMessage) => void } } };
    }): void;
  };
}

/** Says what the framework finds wrong. */
function say({ level, message }: AstroLoggerMessage): void {
  if (level === 'error' || level === 'warn') console.error(message);
}

/** The framework asks for the module of a page each time that it makes one, which costs Node a search. */
function remember({ pageMap }: App['manifest']): void {
  for (const [component, load] of pageMap ?? []) {
    let module: ReturnType<typeof load> | undefined;
    pageMap?.set(component, () => {
      module ??= load();
      return module;
    });
  }
}

/** Loads a program that was bundled before. */
export async function loadApp(folder: string, program: Program): Promise<App> {
  const { app } = (await import(path.resolve(entryOf(folder, program)))) as Loaded;
  remember(app.manifest);
  app.setInternals({ pagesByKeys: new Map(program.styles) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: say } } } });
  return app;
}
