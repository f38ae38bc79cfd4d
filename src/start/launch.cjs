'use strict';
/**
 * The first thing the npm scripts run: `node src/start/launch.cjs ENTRY ARGUMENTS...`, where ENTRY is main, strategy,
 * playground, or bundled: main as one file, which the container starts (`npm run -s bundle` makes it). A Node too old to read the rest gets one sentence instead of a stack trace, so this file keeps to what
 * Node 14 can read. Everything happens in this one process: signals, exit code and streams are the entry's own.
 */
const { enableCompileCache } = require('module');
const path = require('path');
const url = require('url');
const v8 = require('v8');
const { engines } = require('../../package.json');

/** "^22.18.0 || ^24.0.0": the same first number, and at least the second. */
const isSupported = (version) =>
  engines.node.split('||').some((range) => {
    const [major, minor] = range.trim().slice(1).split('.').map(Number);
    const [ours, second] = version.split('.').map(Number);
    return ours === major && second >= minor;
  });

const packages = path.join(__dirname, '..', '..', 'node_modules');
const fileOf = (entry) =>
  entry === 'bundled' ? path.join(packages, '.bundle', 'main.mjs') : path.join(__dirname, `${entry}.ts`);

/** A dependency of the bot SDK still loads `punycode`; the warning (DEP0040) is not for whoever starts this to act on. */
const hushPunycode = () => {
  const printers = process.listeners('warning');
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.code !== 'DEP0040') printers.forEach((print) => print.call(process, warning));
  });
};

if (isSupported(process.versions.node)) {
  hushPunycode();
  // V8 takes what memory it finds before it tidies up: a large record then takes half as much again (`bench -- record`), and
  // a start more than half as much, in no less time (docs/decisions/037).
  v8.setFlagsFromString('--semi-space-growth-factor=1');
  // Compiled once, for the next start. Beside the packages: only whoever may change the product may change what it runs.
  enableCompileCache(path.join(packages, '.cache', 'compiled'));
  const entry = fileOf(process.argv[2]);
  // As if the entry had been named on the command line.
  process.argv.splice(1, 2, entry);
  import(url.pathToFileURL(entry).href);
} else {
  process.stderr.write(
    `This needs Node 24, and here is Node ${process.versions.node}: install it from https://nodejs.org.\n`,
  );
  process.exitCode = 1;
}
