/** The preview answers as a host of static files does. */
import { preview } from 'astro';
import { expect, inject, it } from 'vitest';

const { root } = inject('sites');

it.each([
  ['/articles/', 200, '文章'],
  ['/articles', 200, '文章'],
  ['/nothing-here/', 404, '找不到這一頁'],
  ['/nothing-here', 404, '找不到這一頁'],
])('to %s with %i and a page of the site', async (address, status, title) => {
  const server = await preview({ outDir: root, logLevel: 'silent' });
  try {
    const response = await fetch(`http://localhost:${server.port}${address}`);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(`<title>${title}｜評論文庫</title>`);
  } finally {
    await server.stop();
  }
});
