/**
 * The layout is a list, top to bottom; imports point down it and never up. `compose.ts` alone sees everything.
 * A folder may import itself and anything below it, which is what `above` spells out for each one.
 */
const order = [
  'rehearsal',
  'teams',
  'pages',
  'meetings',
  'notices',
  'documents',
  'cards',
  'conduct',
  'directory',
  'store',
  'discussion',
  'practice',
];

const above = order.slice(1).map((folder, i) => ({
  name: `${folder}-imports-only-downwards`,
  comment: `src/${folder} may import only itself and the folders below it`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: `^src/(${order.slice(0, i + 1).join('|')})/|^src/[^/]+\\.ts$` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...above,
    {
      name: 'rehearsal-is-apart',
      comment: 'The pretend tenant speaks to the product over HTTP and SMTP only; it shares no code with it',
      severity: 'error',
      from: { path: '^src/rehearsal/' },
      to: { path: '^src/(?!rehearsal/)' },
    },
    {
      name: 'never-loaded-in-production',
      comment: 'Only surroundings.ts may load the rehearsal, and it does so on demand',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(rehearsal/|surroundings\\.ts|playground/)' },
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
      comment: 'One folder knows Microsoft Graph, and only surroundings.ts loads it, on demand',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/meetings/' },
      to: { path: 'node_modules/@microsoft/microsoft-graph-client' },
    },
    {
      name: 'core-is-pure',
      comment: 'practice and discussion: no Node API, and no package but these four',
      severity: 'error',
      from: { path: '^src/(practice|discussion)/' },
      to: {
        pathNot: ['^src/(practice|discussion)/', 'node_modules/(date-fns|@date-fns/tz|date-holidays|zod)/'],
      },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: '^src/(main|strategy)\\.ts$' }, to: {} },
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
    exclude: { path: '^src/(rehearsal/page|teams/no-language-model)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
