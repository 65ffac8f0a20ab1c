/**
 * `npm test`: sets up, runs every suite, prints the time of each, and ends with `N passed, N failed`.
 * `npm test -- core lint` runs only these suites.
 *
 * A test that needs a program which is missing is not run, and said not to be; where CI=true it fails instead.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { installMissing } from './needs.mjs';
import { root, setUp } from './set-up.mjs';

const reports = path.join(root, '.tools/reports');
const ci = process.env.CI === 'true';

const SUITES = [
  check('types', [
    'node_modules/typescript/bin/tsc -p packages/core',
    'node_modules/typescript/bin/tsc -p packages/decoder-remote',
    'node_modules/typescript/bin/tsc -p packages/store-postgres',
    'node_modules/typescript/bin/tsc -p packages/plugin-cli',
    'packages/plugin-lightroom/node_modules/typescript/bin/tsc -p packages/plugin-lightroom',
    'node_modules/typescript/bin/tsc -p packages/plugin-figma/src/main',
    'node_modules/typescript/bin/tsc -p packages/plugin-figma/src/ui',
    'node_modules/typescript/bin/tsc -p packages/plugin-figma/test',
    'node_modules/typescript/bin/tsc -p scripts',
  ]),
  check('lint', ['node_modules/eslint/bin/eslint.js .']),
  check('format', ['node_modules/prettier/bin/prettier.cjs --check --log-level warn .']),
  check('arrows', ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs packages']),
  check('protocol', [
    'packages/core/scripts/generate-protocol.mjs --check',
    'packages/core/scripts/check-compatibility.mjs',
  ]),
  check('api', ['scripts/api-report.mjs']),
  check('lightroom attributes', ['packages/plugin-lightroom/scripts/attributes.mjs --check']),
  check('pages', ['scripts/attributes-page.mjs --check', 'scripts/protocol-page.mjs --check']),
  unit('core'),
  unit('remote'),
  unit('postgres'),
  unit('cli'),
  unit('lightroom'),
  unit('figma'),
  unit('house'),
];

/** A suite of programs, each of which counts as one test. */
function check(name, commands) {
  return {
    name,
    run: () => {
      const failed = commands.filter((command) => !runNode(command.split(' '))).length;
      return { passed: commands.length - failed, failed, missing: [] };
    },
  };
}

/** A suite of vitest: one project of vitest.config.ts. */
function unit(name) {
  return {
    name,
    run: () => {
      const file = path.join(reports, `${name}.json`);
      rmSync(file, { force: true });
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      const ok = runNode([
        'node_modules/vitest/vitest.mjs',
        'run',
        '--project',
        name,
        ...reporters,
      ]);
      return existsSync(file)
        ? count(JSON.parse(readFileSync(file, 'utf8')), ok)
        : { passed: 0, failed: 1, missing: [] };
    },
  };
}

function count(report, ok) {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const missing = tests
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => /\[needs ([^\]]+)\]/u.exec(fullName)?.[1] ?? `a decision: ${fullName}`);
  const failed = tests.filter(({ status }) => status === 'failed').length;
  // A file that could not be loaded, or an error outside any test, fails the run without failing a test.
  return { passed: report.numPassedTests, failed: failed === 0 && !ok ? 1 : failed, missing };
}

/** @returns whether the program ended well; what it says goes straight to the terminal */
function runNode(args) {
  const { status, error } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 1, 2],
  });
  if (error !== undefined) throw error;
  return status === 0;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !SUITES.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(
    `No suite is named ${unknown.join(', ')}. There are ${SUITES.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

await setUp({ forDevelopment: true });
installMissing();
mkdirSync(reports, { recursive: true });

const results = SUITES.filter(({ name }) => asked.length === 0 || asked.includes(name)).map(
  (suite) => {
    console.log(`\n== ${suite.name}`);
    const started = performance.now();
    const result = suite.run();
    const seconds = (performance.now() - started) / 1000;
    return { name: suite.name, seconds, ...result };
  },
);

const sum = (of) => results.reduce((total, result) => total + of(result), 0);
const missing = results.flatMap((result) => result.missing);

console.log(
  `\n${'suite'.padEnd(10)}${'time'.padStart(8)}${'passed'.padStart(8)}${'failed'.padStart(8)}`,
);
for (const { name, seconds, passed, failed } of results) {
  console.log(
    `${name.padEnd(10)}${`${seconds.toFixed(1)} s`.padStart(8)}${`${passed}`.padStart(8)}${`${failed}`.padStart(8)}`,
  );
}
console.log(`${'all'.padEnd(10)}${`${sum(({ seconds }) => seconds).toFixed(1)} s`.padStart(8)}`);
for (const need of new Set(missing)) {
  console.log(`${missing.filter((other) => other === need).length} not run: needs ${need}`);
}

const failed = sum((result) => result.failed) + (ci ? missing.length : 0);
console.log(`${sum((result) => result.passed)} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
