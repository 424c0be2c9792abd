/** Serves a built site as a static host does. */
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
};

const compressible = /^text\/|json|javascript|svg|xml/;

export interface Served {
  /** Without a slash at the end. */
  origin: string;
  close: () => Promise<void>;
}

async function fileAt(folder: string, pathname: string): Promise<string | undefined> {
  const file = path.join(folder, path.normalize(decodeURIComponent(pathname)));
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return file;
  if (!found?.isDirectory() || !pathname.endsWith('/')) return undefined;
  const index = path.join(file, 'index.html');
  return (await stat(index).catch(() => undefined)) ? index : undefined;
}

/**
 * Serves a folder on a free port; an address where nothing is gets `404.html`.
 *
 * @param base the path under which the folder stands, without a slash at its end
 */
export async function serve(folder: string, base = ''): Promise<Served> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pathname.startsWith(`${base}/`)
      ? await fileAt(folder, pathname.slice(base.length))
      : undefined;
    const type = types[path.extname(file ?? '404.html')] ?? 'application/octet-stream';
    const content = await readFile(file ?? path.join(folder, '404.html'));
    const status = file === undefined ? 404 : 200;
    if (request.headers['accept-encoding']?.includes('gzip') && compressible.test(type)) {
      response.writeHead(status, { 'content-type': type, 'content-encoding': 'gzip' });
      response.end(gzipSync(content));
      return;
    }
    response.writeHead(status, { 'content-type': type });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
