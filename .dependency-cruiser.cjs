/**
 * The arrows: which room of the core may know which other. `docs/architecture.md` says why.
 *
 * From the top of the house to its foundation. A room knows the floors below its own; rooms on one floor do not know
 * each other. Tests beside the code may reach for anything.
 */
const FLOORS = [
  ['conformance'],
  ['transport'],
  ['service'],
  ['job'],
  ['engine'],
  ['extension'],
  ['suggestion', 'decoder', 'comparison', 'personalization', 'cache'],
  ['finding'],
  ['scoring'],
  ['attributes'],
  ['measurement'],
  ['subject'],
  ['alignment'],
  ['encoder'],
  ['inference', 'bundle', 'picture'],
  ['layout'],
  ['registry', 'language'],
  ['protocol'],
];

/** Rooms whose code runs in a browser or a host's sandbox as well. */
const RUNS_ANYWHERE = [
  'protocol',
  'registry',
  'language',
  'finding',
  'measurement',
  'comparison',
  'transport/client',
  'layout',
  'personalization/taste',
  'decoder/grounded',
  'decoder/free-text',
  'decoder/grammar',
];

/** Rooms that open files, and only those they were given. */
const OPENS_FILES = [
  'picture',
  'bundle',
  'cache',
  'extension',
  'transport',
  'personalization/sqlite',
];

const CORE = 'packages/core/src';
const TEST = '\\.test\\.ts$';
const rooms = (names) => `^${CORE}/(${names.join('|')})/`;

const arrows = FLOORS.flatMap((floor, index) =>
  floor.map((room) => ({
    name: `arrow-${room}`,
    severity: 'error',
    comment: `${room} may know only the floors below it.`,
    from: { path: rooms([room]), pathNot: TEST },
    to: {
      path: rooms(
        FLOORS.slice(0, index + 1)
          .flat()
          .filter((other) => other !== room),
      ),
    },
  })),
);

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'room-without-a-floor',
      severity: 'error',
      comment: 'A new room needs its place among the floors in .dependency-cruiser.cjs.',
      from: {},
      to: { path: `^${CORE}/[^/]+/`, pathNot: rooms(FLOORS.flat()) },
    },
    {
      name: 'only-picture-knows-sharp',
      severity: 'error',
      from: { path: '^packages/', pathNot: [`^${CORE}/picture/`, TEST, '^packages/[^/]+/test/'] },
      to: { path: '(^|/)node_modules/(sharp|@img/[^/]+)/' },
    },
    {
      name: 'only-inference-knows-onnxruntime',
      severity: 'error',
      from: {
        path: '^packages/',
        pathNot: [`^${CORE}/inference/`, '^packages/onnxruntime/', TEST],
      },
      to: { path: '(^|/)(node_modules/(@calm-sdk/)?onnxruntime|packages/onnxruntime/)' },
    },
    {
      name: 'only-sqlite-knows-libsql',
      severity: 'error',
      from: { path: '^packages/', pathNot: [`^${CORE}/personalization/sqlite/`, TEST] },
      to: { path: '(^|/)node_modules/(libsql|@libsql/[^/]+)/' },
    },
    {
      name: 'runs-anywhere',
      severity: 'error',
      comment: 'These rooms are used where there is no Node.',
      from: { path: rooms(RUNS_ANYWHERE), pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'files-are-given',
      severity: 'error',
      comment: 'The core opens no file that it was not given; few rooms open files at all.',
      from: { path: `^${CORE}/`, pathNot: [rooms(OPENS_FILES), TEST] },
      to: { dependencyTypes: ['core'], path: '^(node:)?(fs|fs/promises)$' },
    },
    {
      name: 'nothing-runs-programs-or-talks',
      severity: 'error',
      comment: 'The engine starts no program and opens no connection.',
      from: { path: `^${CORE}/`, pathNot: [rooms(['transport', 'extension']), TEST] },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(child_process|cluster|dgram|dns|http|http2|https|net|tls)$',
      },
    },
    {
      name: 'hosts-use-the-public-door',
      severity: 'error',
      comment: 'A host, or what it adds to the engine, sees only the entry points of the core.',
      from: { path: '^packages/(plugin|decoder|store)-[^/]+/', pathNot: TEST },
      to: {
        path: '^packages/core/',
        pathNot: '^packages/core/(dist/|src/index\\.ts$|package\\.json$|schema/)',
      },
    },
    {
      name: 'core-knows-no-host',
      severity: 'error',
      from: { path: '^packages/core/' },
      to: { path: '^packages/(plugin|decoder|store)-' },
    },
    {
      name: 'nobody-imports-the-door-from-inside',
      severity: 'error',
      from: { path: `^${CORE}/.+/` },
      to: { path: `^${CORE}/index\\.ts$` },
    },
    {
      name: 'no-circle',
      severity: 'error',
      // Schemas name one another's definitions as they need to.
      from: { path: '^packages/', pathNot: `^${CORE}/protocol/generated/` },
      to: { circular: true },
    },
    {
      name: 'declared-dependencies',
      severity: 'error',
      comment: 'What runs at a stranger is in "dependencies".',
      // The panel is bundled whole: nothing of it is installed.
      from: { path: '^packages/[^/]+/src/', pathNot: [TEST, '^packages/plugin-figma/'] },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown'],
        dependencyTypesNot: ['type-only', 'npm-peer'],
      },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/', '^packages/onnxruntime/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts', '.json', '.node'],
    },
  },
};
