import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { assemble } from '../../kernel/product.ts';
import { modules } from '../../modules/index.ts';

// The web writes addresses and permissions as text, which no compiler holds against the server.

const web = fileURLToPath(new URL('../../../web', import.meta.url));
const names = ['modules', 'kernel', 'portal', 'console'].flatMap((folder) =>
  readdirSync(`${web}/${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
);
const sources = names.filter((name) => /[.]tsx?$/.test(name) && !name.includes('.test.'));
const product = assemble(modules);
const addresses = product.routes.map(({ method, path }) => ({
  method,
  // What a request to this route looks like, its parameters as a letter.
  example: path.replace(/:[^/]+/g, 'x'),
  pattern: new RegExp(`^${path.replace(/:[^/]+/g, '[^/]+')}$`),
}));

const call = /\bapi\s*\.(get|post|put|patch|delete)(?:<[^(]*>)?\(\s*(['`])((?:(?!\2).)+)\2/g;
const loaded = /(?:\buse(?:Data|Pages)(?:<[^(]*>)?\(\s*|(?:data: \[|,)\s*)(['`])(\/api\/(?:(?!\1).)+)\1/g;

interface Asked {
  where: string;
  method: string;
  address: string;
}

const asked = sources.flatMap((name): Asked[] => {
  const text = readFileSync(`${web}/${name}`, 'utf8');
  return [
    ...[...text.matchAll(call)].map(([, method, , address]) => ({
      where: name,
      method: method!.toUpperCase(),
      address: address!,
    })),
    ...[...text.matchAll(loaded)].map(([, , address]) => ({ where: name, method: 'GET', address: address! })),
  ];
});

/** The address as a pattern: a variable in front stands for any beginning, one inside for one part. */
function patternOf(address: string): RegExp {
  const path = address.replace(/\{\?.*$|\?[^}]*$/, '');
  const pattern = path.replace(/^\$\{[^}]*\}/, '.+').replace(/\$\{[^}]*\}|:[A-Za-z]+/g, '[^/]+');
  return new RegExp(`^${pattern}$`);
}

test('the web asks for much', () => {
  expect(asked.length).toBeGreaterThan(30);
});

test.each(asked.map((one) => [`${one.method} ${one.address} in ${one.where}`, one] as const))(
  'the server has %s',
  (_name, { method, address }) => {
    const pattern = patternOf(address);
    // A fixed word of the web may stand where the route has a parameter: `settings/brand`.
    const fixed = address.replace(/\{\?.*$|\?[^}]*$/, '').replace(/\$\{[^}]*\}|:[A-Za-z]+/g, 'x');
    const found = addresses.filter(
      (one) => one.method === method && (pattern.test(one.example) || one.pattern.test(fixed)),
    );
    expect(found).not.toEqual([]);
  },
);

test('the web asks for permissions that exist', () => {
  const known = new Set<string>(product.permissions.map(({ name }) => name));
  const named = sources.flatMap((name) =>
    [...readFileSync(`${web}/${name}`, 'utf8').matchAll(/\b(?:useCan\(|need(?:: | = ))'([^']+)'/g)].map(
      ([, permission]) => ({ name, permission: permission! }),
    ),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ permission }) => !known.has(permission))).toEqual([]);
});

test('every permission of members is described for people, in both languages', async () => {
  const of = product.permissions.filter(({ members }) => members.length > 0).map(({ name }) => name);
  for (const locale of ['en', 'id']) {
    const { permissions } = (await import(`${web}/modules/organizations/text/permissions/${locale}.ts`)) as {
      permissions: Record<string, string>;
    };
    expect([locale, Object.keys(permissions).toSorted()]).toEqual([locale, of.toSorted()]);
  }
});
