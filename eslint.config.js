import tseslint from 'typescript-eslint';

const clockAndEnvironment = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock is an argument: only src/start/main.ts reads the real one.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The clock is an argument: only src/start/main.ts reads the real one.',
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'The environment is read once, in src/start/main.ts, and parsed by src/start/configFrom.ts.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'data',
      'test-artefacts',
      'src/rehearsal/page/**',
      'src/teams/no-{dialogs,language-model}/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // A default that handles the rest, or proves there is none, is exhaustive.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      'no-console': 'error',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: 'vitest',
          importNames: ['test'],
          message: "A test is written it('a sentence'), in one style everywhere.",
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'max-lines': ['error', 250] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/start/main.ts', 'src/start/strategy.ts', 'src/start/playground.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clockAndEnvironment] },
  },
);
