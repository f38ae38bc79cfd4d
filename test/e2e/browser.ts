/**
 * The browser that tests drive. It is found, or on Debian installed; a machine where neither works fails the test with one
 * sentence that says what to do. A browser test is never skipped.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

/** Time to allow a `beforeAll` that launches the browser, in milliseconds: it may have to be installed first. */
export const browserReadyMs = 600_000;

const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** No sandbox: tests also run as root in containers. The rest keeps the browser off the network. */
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless Chromium. The caller closes it. Rejects with one sentence where there is none to be had. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await chromiumPath(), args: quietly });

const chromiumPath = async (): Promise<string> => {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH names ${chosen}, which does not exist.`);
    return chosen;
  }
  return installed() ?? (await install());
};

const installed = (): string | undefined => [...usualPaths, chromium.executablePath()].find((path) => existsSync(path));

const howTo =
  'Install Chromium (on Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium), or set CHROMIUM_PATH.';

/** Test files run side by side, so one installs while the others wait for its lock and then find the browser there. */
const install = async (): Promise<string> => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error(`There is no Chromium here. ${howTo}`);
  const script =
    'test -x /usr/bin/chromium || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; }';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await promisify(execFile)('flock', ['/tmp/strategy-discussions-chromium.lock', 'sh', '-c', script], { env }).catch(
    (fault: unknown) => {
      throw new Error(`Chromium could not be installed. ${howTo}`, { cause: fault });
    },
  );
  const path = installed();
  if (path === undefined) throw new Error(`Chromium was installed but is in none of the usual places. ${howTo}`);
  return path;
};
