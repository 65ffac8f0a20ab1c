import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Files of Node's own kind, which TypeScript does not check. */
const NODE_GLOBALS = Object.fromEntries(
  [
    'AbortController',
    'AbortSignal',
    'Buffer',
    'URL',
    'clearTimeout',
    'console',
    'performance',
    'process',
    'setTimeout',
  ].map((name) => [name, 'readonly']),
);

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.tools/',
      'coverage/',
      'docs/api/',
      'packages/core/src/protocol/generated/',
      'training/.work/',
      'benchmarks/.work/',
    ],
  },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'object-shorthand': 'error',
    },
  },
  {
    files: [
      'packages/*/{src,test}/**/*.{ts,tsx}',
      'scripts/**/*.ts',
      'examples/**/*.ts',
      'benchmarks/**/*.ts',
    ],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      // Loops over samples index typed arrays, whose elements are never absent within their length.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A function that keeps an asynchronous contract need not await anything.
      '@typescript-eslint/require-await': 'off',
      // Numbers in sentences are what templates are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
    },
  },
  {
    // What a program was given decides what the engine does: it reads no environment and writes to no terminal.
    files: ['packages/core/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Core reads no environment: take an option.',
        },
        { object: 'process', property: 'argv', message: 'Core has no arguments: take an option.' },
        {
          object: 'process',
          property: 'cwd',
          message: 'Core stands nowhere: take an absolute path.',
        },
        { object: 'process', property: 'exit', message: 'Core never ends the process.' },
      ],
    },
  },
  {
    // Compiled to Lua 5.1 and run in Lightroom's sandbox: these constructs compile, and then fail there.
    files: ['packages/plugin-lightroom/src/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'pcall', message: "Nothing may yield across Lua's pcall: use LrTasks.pcall." },
        { name: 'xpcall', message: 'Not in the sandbox: use LrTasks.pcall.' },
        { name: 'coroutine', message: 'Not in the sandbox: use LrTasks.' },
        {
          name: 'Promise',
          message: 'Needs coroutines, which are not in the sandbox: use LrTasks.',
        },
        { name: 'setTimeout', message: 'There is none: use LrTasks.sleep.' },
        { name: 'console', message: 'There is none: use LrLogger.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TryStatement',
          message: "Becomes Lua's pcall, across which nothing may yield: use LrTasks.pcall.",
        },
        {
          selector: ':function[async=true]',
          message: 'Needs coroutines, which are not in the sandbox.',
        },
        {
          selector: ':function[generator=true]',
          message: 'Needs coroutines, which are not in the sandbox.',
        },
        { selector: 'AwaitExpression', message: 'Needs coroutines, which are not in the sandbox.' },
        {
          selector: 'ThrowStatement, NewExpression[callee.name=/Error$/]',
          message: 'Needs debug.traceback, which is not in the sandbox: error(message, 0).',
        },
        {
          selector: 'ChainExpression MemberExpression[optional=true][property.name="length"]',
          message: 'Reads a field named length, which nothing has: ask whether it is there first.',
        },
        {
          selector: 'CallExpression[callee.property.name=/^(entries|keys|values)$/]',
          message: 'Brings an iterator of coroutines: count, or use pairs().',
        },
        {
          selector: 'TSAsExpression[typeAnnotation.typeName.name="LuaMultiReturn"]',
          message: 'Makes a table of the first value: name the values without a cast.',
        },
        {
          selector: 'Literal[regex]',
          message: 'Lua has no regular expressions: string.match, with patterns of its own.',
        },
      ],
      // 0 and the empty text are true in Lua.
      '@typescript-eslint/strict-boolean-expressions': [
        'error',
        { allowString: false, allowNumber: false, allowNullableObject: false },
      ],
    },
  },
  {
    files: ['**/*.test.ts'],
    // A test may hold on to a method that it replaces or watches.
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: NODE_GLOBALS },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['packages/onnxruntime/telemetry.js', '**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { ...NODE_GLOBALS, exports: 'writable', module: 'writable', require: 'readonly' },
    },
  },
  {
    files: ['scripts/**', 'benchmarks/**'],
    rules: { 'no-console': 'off' },
  },
  prettier,
);
