import { floors } from '../architecture.mjs';
import { memberRoles, staffRoles } from '../server/kernel/auth/roles.ts';
import type { AnyRoute } from '../server/kernel/http/route.ts';
import type { Module } from '../server/kernel/module.ts';
import { assemble } from '../server/kernel/product.ts';
import { modules } from '../server/modules/index.ts';
import { putDocument, table } from './docs/generated.ts';

/** Writes docs/map.md from the modules' manifests; `--verify` fails instead when it is not current. */
const product = assemble(modules);
const code = (text: string) => `\`${text}\``;
const mark = (yes: boolean) => (yes ? '✓' : '');
const count = (things: readonly unknown[] | undefined) => (things?.length ? String(things.length) : '');

/** Rows of something that modules have many of, each with the module's name in front. */
function each<Thing>(
  of: (module: Module) => readonly Thing[] | undefined,
  row: (thing: Thing) => string[],
): string[][] {
  return product.modules.flatMap((module) => (of(module) ?? []).map((thing) => [module.name, ...row(thing)]));
}

function floorOf(name: string): string {
  const floor = floors.findIndex((names) => names.includes(name));
  return floor === -1 ? 'ground' : String(floor);
}

const moduleTable = table(
  [
    'floor',
    'module',
    'routes',
    'permissions',
    'facts',
    'reactions',
    'jobs',
    'sweeps',
    'messages',
    'settings',
  ],
  product.modules.map((module) => [
    floorOf(module.name),
    module.name === 'kernel' ? 'kernel' : `[${module.name}](../server/modules/${module.name})`,
    ...[module.routes, module.permissions, module.events, module.reactions].map(count),
    ...[module.jobs, module.sweeps, module.messages, module.settings].map(count),
  ]),
);

const permissionTable = (roles: readonly string[], side: 'members' | 'staff') =>
  table(
    ['permission', ...roles],
    product.permissions
      .filter((permission) => permission[side].length > 0)
      .map((permission) => {
        const holders: readonly string[] = permission[side];
        return [code(permission.name), ...roles.map((role) => mark(holders.includes(role)))];
      }),
  );

const factTable = table(
  ['module', 'fact', 'seen by', 'who reacts'],
  each(
    (module) => module.events,
    ({ name, audience }) => [
      code(name),
      audience === 'staff' ? 'staff' : 'organization, staff',
      product
        .reactionsTo(name)
        .map((reaction) => code(reaction.name))
        .join(', '),
    ],
  ),
);

const messageTable = table(
  ['module', 'message', 'topic', 'always by mail', 'in the bell'],
  each(
    (module) => module.messages,
    ({ name, topic, required, inApp }) => [code(name), topic ?? '', mark(required), mark(inApp)],
  ),
);

const jobTable = table(
  ['module', 'job', 'repeated at most', 'first wait'],
  each(
    (module) => module.jobs,
    ({ name, retries, firstWait }) => [code(name), `${retries} ×`, `${firstWait} s`],
  ),
);
const sweepTable = table(
  ['module', 'sweep', 'when (UTC)'],
  each(
    (module) => module.sweeps,
    ({ name, cron }) => [code(name), code(cron)],
  ),
);
const settingTable = table(
  ['module', 'setting', 'version 0 is'],
  each(
    (module) => module.settings,
    ({ key, default: fallback }) => [code(key), code(shortened(JSON.stringify(fallback)))],
  ),
);
const invariantTable = table(
  ['module', 'always true'],
  each(
    (module) => module.invariants,
    ({ name }) => [name.slice(name.indexOf('.') + 1).replaceAll('-', ' ')],
  ),
);
const personalTable = table(
  ['module', 'table', 'columns', 'why', 'when somebody is erased'],
  each(
    (module) => module.personalData,
    (data) => [code(data.table), data.columns.join(', '), data.purpose, data.onErasure],
  ),
);

const text = `# Map

Made by \`npm run map\` from the modules' manifests. Do not edit. How the parts work together is in
[ARCHITECTURE.md](../ARCHITECTURE.md).

## Modules

${moduleTable}

## Permissions of members

${permissionTable(memberRoles, 'members')}

## Permissions of staff

${permissionTable(staffRoles, 'staff')}

## Facts

${factTable}

## Messages

${messageTable}

## Jobs

${jobTable}

## Sweeps

${sweepTable}

## Settings of the business

Settings of the process are environment variables: see [the operator's guide](guides/operate.md#settings).

${settingTable}

## Invariants

Checked every 15 minutes and by \`clientarea doctor\`.

${invariantTable}

## Personal data

${personalTable}

## Routes

How a request becomes an answer is in [ARCHITECTURE.md](../ARCHITECTURE.md#the-life-of-a-request); what is sent and answered, in
\`/api/docs\` of a running Clientarea.

${product.modules
  .filter(({ routes = [] }) => routes.length > 0)
  .map(({ name, routes = [] }) => `### ${name}\n\n${routeTable(routes)}`)
  .join('\n\n')}
`;
await putDocument('docs/map.md', text, 'npm run map');

function routeTable(routes: readonly AnyRoute[]): string {
  return table(
    ['route', 'door', 'kind', 'what'],
    routes.map((route) => [
      code(`${route.method} ${route.path}`),
      doorOf(route),
      kindOf(route),
      route.summary,
    ]),
  );
}

function doorOf({ door }: AnyRoute): string {
  return 'permission' in door ? `${door.kind}: ${code(door.permission.name)}` : door.kind;
}

function kindOf(route: AnyRoute): string {
  const kinds = ['read', 'write', 'act', 'download', 'upload', 'receive'] as const;
  return kinds.find((kind) => route[kind]) ?? '';
}

function shortened(json: string): string {
  return json.length > 120 ? `${json.slice(0, 119)}…` : json;
}
