/** Finds a Chromium to test in and starts it. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** `CHROMIUM_PATH`, Playwright's own, the system's, or the one that comes as an npm package. */
export async function findBrowser(): Promise<string> {
  const known = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...system];
  const found = known.find((file) => file !== undefined && existsSync(file));
  if (found !== undefined) return found;
  // It comes with one Latin face and looks for others in a folder of its own, unless it is told where the system lists its fonts.
  if (existsSync('/etc/fonts/fonts.conf')) process.env.FONTCONFIG_PATH ??= '/etc/fonts';
  // Asked for so, the package brings the libraries along that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

/** Starts the browser. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'], headless: true });
}
