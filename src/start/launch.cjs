'use strict';
/**
 * The first thing the npm scripts run: `node src/start/launch.cjs ENTRY ARGUMENTS...`, where ENTRY is main, strategy,
 * playground, or bundled: main as one file, which the container starts (`npm run -s bundle` makes it). A Node too old to read the rest gets one sentence instead of a stack trace, so this file keeps to what
 * Node 14 can read. Everything happens in this one process: signals, exit code and streams are the entry's own.
 * Whoever starts it gives Node --max-semi-space-size=4, or a start takes two fifths more memory (docs/decisions/037): a Node
 * that runs can no longer be told.
 */
const { enableCompileCache } = require('module');
const path = require('path');
const url = require('url');
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
