/**
 * The layout is a list, top to bottom; imports point down it and never up. `start` alone sees everything.
 * Every folder of src is on the list; one that is not, or a file beside the folders, fails the check.
 */
const { readdirSync } = require('node:fs');

const order = [
  'start',
  'playground',
  'rehearsal',
  'operator',
  'doctor',
  'teams',
  'door',
  'pages',
  'meetings',
  'outbox',
  'telemetry',
  'channels',
  'messages',
  'documents',
  'cards',
  'words',
  'conduct',
  'directory',
  'store',
  'discussion',
  'practice',
  'typed',
];

const strays = readdirSync('src').filter((name) => !order.includes(name));
if (strays.length > 0) throw new Error(`src/${strays.join(', src/')}: not on the list of .dependency-cruiser.cjs`);

/** A folder may import itself and what is below it; `layers` are the same, inside one folder. */
const downwards = (parent, layers) =>
  layers.slice(1).map((folder, i) => ({
    name: `${folder}-imports-only-downwards`,
    comment: `${parent}/${folder} may import only itself and the folders below it`,
    severity: 'error',
    from: { path: `^${parent}/${folder}/` },
    to: { path: `^${parent}/(${layers.slice(0, i + 1).join('|')})/` },
  }));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...downwards('src', order),
    ...downwards('src/discussion', ['debts', 'commands', 'matter', 'state']),
    ...downwards('src/practice', ['answers', 'standards', 'language', 'time']),
    {
      name: 'practice-is-built-upwards',
      comment:
        'The files at the root of practice stand on its folders; answers see a practice and a matter, and no more',
      severity: 'error',
      from: { path: '^src/practice/(answers|standards|language|time)/' },
      to: { path: '^src/practice/[^/]+$', pathNot: '^src/practice/(practice|matter)\\.ts$' },
    },
    {
      name: 'practice-language-and-time-stand-alone',
      comment: 'The language is read before there is a practice or a matter',
      severity: 'error',
      from: { path: '^src/practice/(standards|language|time)/' },
      to: { path: '^src/practice/[^/]+$' },
    },
    {
      name: 'assess-is-the-only-door',
      comment:
        'Above practice a rule is read through assess alone; besides it there are the calendar, the vocabulary and the matter assess is asked about. The operators’ commands on standards, the doctor, and what loads them, see more',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(practice|operator|doctor|start)/' },
      to: {
        path: '^src/practice/',
        pathNot:
          '^src/practice/(time/|(assess|matter)\\.ts$|language/(agencies|codes|commonFacts|roles|spelling|unreachable|vocabulary)\\.ts$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rehearsal-is-apart',
      comment: 'The pretend tenant speaks to the product over HTTP and SMTP only; it shares no code with it',
      severity: 'error',
      from: { path: '^src/rehearsal/' },
      to: { path: '^src/(?!rehearsal/)' },
    },
    {
      name: 'never-loaded-in-production',
      comment: 'Only src/start may load the rehearsal, and it does so on demand',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(rehearsal|playground|start)/' },
      to: { path: '^src/(rehearsal|playground)/' },
    },
    {
      name: 'bot-sdk-only-in-teams',
      comment: 'The bot SDKs are no longer maintained: src/teams is the one folder to change when they are replaced',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/teams/' },
      to: { path: 'node_modules/(botbuilder|botframework-|@microsoft/teams-ai)' },
    },
    {
      name: 'graph-only-in-meetings',
      comment: 'One folder knows Microsoft Graph, and only src/start loads it, on demand',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/meetings/' },
      to: { path: 'node_modules/@microsoft/microsoft-graph-client' },
    },
    {
      name: 'opentelemetry-only-in-telemetry',
      comment: 'One folder knows OpenTelemetry, and what is told to a collector passes its list',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/telemetry/' },
      to: { path: 'node_modules/@opentelemetry/' },
    },
    {
      name: 'opentelemetry-on-demand',
      comment: 'Without a collector none of it is loaded: openTelemetry.ts and what the log needs are the only ways in',
      severity: 'error',
      from: { path: '^src/(?!telemetry/)|^src/telemetry/openTelemetry\\.ts$' },
      to: {
        path: '^src/telemetry/',
        pathNot: '^src/telemetry/(telemetry|openTelemetry|id)\\.ts$',
        dependencyTypesNot: ['dynamic-import'],
      },
    },
    {
      name: 'core-is-pure',
      comment: 'practice and discussion: no Node API, and no package but these',
      severity: 'error',
      from: { path: '^src/(practice|discussion)/' },
      to: {
        pathNot: ['^src/(practice|discussion)/', 'node_modules/(date-fns|@date-fns/tz|js-yaml|yaml|zod)/'],
      },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '^src/start/(launch\\.cjs|(main|strategy|playground)\\.ts)$' },
      to: {},
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'product-does-not-use-development-packages',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(rehearsal|playground)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/(rehearsal/page|teams/no-(dialogs|language-model))/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
