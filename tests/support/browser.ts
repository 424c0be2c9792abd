/** Finds a Chromium to test in and starts it. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** `CHROMIUM_PATH`, Playwright's own, the system's, or the one that comes as an npm package. */
async function executable(): Promise<{ executablePath: string; args: string[] }> {
  const args = ['--no-sandbox'];
  const known = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...system];
  const found = known.find((file) => file !== undefined && existsSync(file));
  if (found !== undefined) return { executablePath: found, args };
  const { default: packaged } = await import('@sparticuz/chromium');
  return {
    executablePath: await packaged.executablePath(),
    // One process for everything dies with the first page that is closed.
    args: [...packaged.args.filter((arg) => arg !== '--single-process'), ...args],
  };
}

/** Starts the browser. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ ...(await executable()), headless: true });
}
