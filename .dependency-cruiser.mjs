import { floors, pagesOfTheWeb, ports } from './architecture.mjs';

/** Tests, their kits and the suites that adapters share look wherever they need to. */
const tests = '(^|/)test/|[.]test[.]tsx?$|(^|/)suite[.]ts$';

/** What a process begins with, as `scripts/build.ts` bundles it. */
const starts =
  '^server/(app/main[.]ts|adapters/documents/typst/worker[.]ts|modules/identity/hash-worker[.]mjs|bin/)';

const escaped = (path) => path.replace(/[.]/g, '[.]');
const anyOf = (names) => `(${names.join('|')})`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const floorRules = floors.map((names, floor) =>
  forbid(
    `floor-${floor}-looks-down`,
    `${names.join(', ')}: only lower floors are called. Tell others by an event, or let them listen to yours.`,
    { path: `^server/modules/${anyOf(names)}/`, pathNot: tests },
    {
      path: `^server/modules/${anyOf(floors.slice(floor).flat())}/`,
      pathNot: ['^server/modules/$1/', '^server/modules/[^/]+/events[.]ts$'],
    },
  ),
);

const portRules = Object.entries(ports).map(([folder, { module, file }]) =>
  forbid(
    `${folder}-know-their-port`,
    `Of the modules, adapters/${folder} sees ${module}/${file} and ${module}/domain only.`,
    { path: `^server/adapters/${folder}/`, pathNot: tests },
    { path: '^server/modules/', pathNot: `^server/modules/${module}/(${escaped(file)}$|domain/)` },
  ),
);

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  forbid(
    'kernel-is-the-ground',
    'The kernel knows no module, adapter, app or page: hand it what it needs.',
    { path: '^server/kernel/', pathNot: tests },
    { path: '^(server/(?!kernel/)|web/|sdk/|scripts/|bench/)' },
  ),
  forbid(
    'values-are-pure',
    'kernel/values runs in browsers too: it imports values and the Temporal polyfill, nothing else.',
    { path: '^server/kernel/values/', pathNot: tests },
    { pathNot: '^server/kernel/values/|(^|/)temporal-polyfill(/|$)' },
  ),
  ...floorRules,
  forbid(
    'through-the-index',
    'Other modules are called through their index.ts; their events.ts may be listened to.',
    { path: '^server/modules/([^/]+)/', pathNot: tests },
    {
      path: '^server/modules/[^/]+/',
      pathNot: ['^server/modules/$1/', '^server/modules/[^/]+/(index|events)[.]ts$'],
    },
  ),
  ...portRules,
  forbid(
    'other-adapters-know-no-module',
    'The port of this adapter is in the kernel; say in architecture.mjs when a module owns it.',
    { path: `^server/adapters/(?!${anyOf(Object.keys(ports))}/)`, pathNot: tests },
    { path: '^server/modules/' },
  ),
  forbid(
    'adapters-stand-apart',
    'An adapter knows nothing of the adapters of another port.',
    { path: '^server/adapters/([^/]+)/', pathNot: tests },
    { path: '^server/adapters/', pathNot: '^server/adapters/$1/' },
  ),
  forbid(
    'only-app-takes-adapters',
    'Adapters are handed in by server/app; everybody else asks a port of its ctx.',
    { path: '^(server/modules/|web/|sdk/)', pathNot: tests },
    { path: '^server/adapters/' },
  ),
  forbid(
    'app-is-the-roof',
    'server/app puts the parts together; no part knows it.',
    { path: '^(server/(modules|adapters)/|web/|sdk/)', pathNot: tests },
    { path: '^server/app/' },
  ),
  forbid(
    'web-sees-contracts-only',
    'Of the server, the web sees contracts; its browser tests may start what stands in for partners.',
    { path: '^web/', pathNot: '^web/test/e2e/' },
    { path: '^server/', pathNot: '^server/(modules/[^/]+/[a-z-]*contract|kernel/brand)[.]ts$' },
  ),
  forbid(
    'web-takes-types-only',
    'Write `import type`: schemas and zod must not reach the browser.',
    { path: '^web/' },
    { path: '^server/modules/[^/]+/[a-z-]*contract[.]ts$', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'server-reads-page-lists-only',
    'The server reads the pure page lists of the web (architecture.mjs), and only server/app/pages does.',
    { path: '^server/app/pages/' },
    { path: '^web/', pathNot: `^(${pagesOfTheWeb.map(escaped).join('|')})` },
  ),
  forbid(
    'server-knows-no-page',
    'Only server/app/pages reads files of the web.',
    { path: '^server/', pathNot: ['^server/app/pages/', tests] },
    { path: '^web/' },
  ),
  forbid(
    'server-draws-nothing',
    'What server/app/pages reads must stay free of JSX, all the way down.',
    { path: '^server/app/pages/' },
    { path: '[.]tsx$', reachable: true },
  ),
  forbid(
    'no-cycles',
    'A cycle of imports, if only of types: move what both need to a place below them.',
    { pathNot: '^server/kernel/' },
    { circular: true },
  ),
  forbid(
    'kernel-runs-in-no-circle',
    'Types of the kernel may refer to each other, as a job and the context it is handed do; what runs may not.',
    { path: '^server/kernel/' },
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  forbid(
    'no-dead-files',
    'Nothing that starts leads to this file: use it or remove it.',
    { path: starts },
    { path: '^server/', pathNot: [tests, starts, '[.]d[.]ts$'], reachable: false },
  ),
  forbid('imports-exist', 'This import leads nowhere.', {}, { couldNotResolve: true, pathNot: '(^|/)dist/' }),
  forbid(
    'runs-without-dev-tools',
    'The built server has its own dependencies only: put the package among them in server/package.json.',
    { path: '^server/', pathNot: tests },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  ),
];

/** @type {import('dependency-cruiser').ICruiseOptions} */
const options = {
  parser: 'swc',
  moduleSystems: ['es6', 'cjs'],
  tsPreCompilationDeps: true,
  combinedDependencies: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^((server|web|sdk)/dist|web/test-results|scripts/architecture-fixture)/' },
  enhancedResolveOptions: {
    extensions: ['.ts', '.tsx', '.mjs', '.js'],
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
    // Nothing changes while it reads; what it knows of packages is otherwise forgotten every few seconds.
    cachedInputFileSystem: { cacheDuration: 600_000 },
  },
};

export default { forbidden, options };
