/** Serves the built site with another index and other articles, compressed, and counts the bytes that go out. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Entry } from '../../../src/article/read.ts';
import { addressOf } from './truth.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.ts': 'text/javascript',
  '.json': 'application/json',
};

/** The JSON that the site would serve beside an article. */
function recordOf(entry: Entry): string {
  const { markup: _, sha256: __, blocks, ...data } = entry;
  const numbered = blocks.map((block, at) => ({ ...block, n: at + 1 }));
  return JSON.stringify({ ...data, url: addressOf(entry), blocks: numbered });
}

/** A body that went out. */
export interface Sent {
  name: string;
  bytes: number;
  /** Milliseconds, as `Date.now` has them. */
  at: number;
}

export interface BenchServer {
  origin: string;
  /** What went out since the last `reset`. */
  sent: Sent[];
  reset(): void;
  close(): void;
}

/**
 * Starts serving on a free port.
 *
 * @param places files or folders by the path, or the beginning of paths, under which they are served
 */
export async function serveBench(
  articles: readonly Entry[],
  places: Record<string, string>,
): Promise<BenchServer> {
  const byId = new Map(articles.map((entry) => [entry.id, entry]));
  const sent: Sent[] = [];
  const bodyOf = async (pathname: string): Promise<Buffer> => {
    const id = /^\/articles\/(\w+)\.json$/.exec(pathname)?.[1];
    if (id !== undefined) return Buffer.from(recordOf(byId.get(id) as Entry));
    const [prefix = '/', place = ''] =
      Object.entries(places).find(([each]) => pathname.startsWith(each)) ?? [];
    const rest = decodeURIComponent(pathname.slice(prefix.length));
    const file = path.join(place, rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest);
    const body = await readFile(prefix.endsWith('/') ? file : place);
    return file.endsWith('.ts') ? Buffer.from(stripTypeScriptTypes(body.toString())) : body;
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    try {
      const body = await bodyOf(pathname);
      const type = types[path.extname(pathname) || '.html'];
      const compressed = type === undefined ? body : gzipSync(body);
      sent.push({ name: pathname, bytes: compressed.length, at: Date.now() });
      response.writeHead(200, {
        'content-type': type ?? 'application/octet-stream',
        ...(type === undefined ? {} : { 'content-encoding': 'gzip' }),
      });
      response.end(compressed);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    sent,
    reset: () => {
      sent.length = 0;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
