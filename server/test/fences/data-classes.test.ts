import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/check/product-files.ts';
import { hashPassword } from '../../modules/identity/passwords.ts';
import { createTestApp } from '../kit/app.ts';
import { anonymous } from '../kit/client.ts';
import { mailedToken } from '../kit/mail.ts';
import { buildWorld } from '../kit/world.ts';

const app = await createTestApp();
const text = readFileSync(join(root, 'docs/security/data-classes.md'), 'utf8');
const [, secretsPart, harmlessPart] = text.split(/^## /m) as [string, string, string];
const rowsOf = (part: string) =>
  [...part.matchAll(/^\| `([\w.]+)` +\| (.+?) +\|$/gm)].map(([, column, what]) => ({
    column: column!,
    what: what!,
  }));
const secrets = rowsOf(secretsPart);
const harmless = rowsOf(harmlessPart);
const personal = app.app.product.modules.flatMap(({ personalData = [] }) =>
  personalData.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
);

async function columns(): Promise<{ column: string; type: string }[]> {
  const { rows } = await app.app.pool.query<{ column: string; type: string }>(
    `select c.table_schema || '.' || c.table_name || '.' || c.column_name as column, c.data_type as type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema = any ($1)`,
    [app.app.product.modules.map(({ name }) => name.replaceAll('-', '_'))],
  );
  return rows;
}

test('what is named like a secret or like something about a person is declared, and what is declared is there', async () => {
  const all = await columns();
  const telling =
    /token|secret|password|sealed|credential|_hash$|^hash$|wrapped|^challenge$|salt|mail|phone|address|user_agent|country|recipient|sender|tax_id|buyer|seller|^payer$|comment|^body$/;
  const declared = new Set([...personal, ...[...secrets, ...harmless].map(({ column }) => column)]);
  const content = /^(text|character varying|bytea|json|jsonb|inet|ARRAY)$/;
  const undeclared = all.filter(
    ({ column, type }) => content.test(type) && telling.test(column.split('.')[2]!) && !declared.has(column),
  );
  expect(undeclared.map(({ column }) => column)).toEqual([]);
  const there = new Set(all.map(({ column }) => column));
  expect([...declared].filter((column) => !there.has(column))).toEqual([]);
  expect([secrets.length > 20, personal.length > 30]).toEqual([true, true]);
});

test('what is secret is stored as its class says, and nowhere in the database as it is', async () => {
  const browser = anonymous(app.app);
  const password = 'kanari biru terbang tinggi';
  const email = 'kanari@example.com';
  await browser.post('/api/people', { name: 'Kanari', email, locale: 'en', timeZone: 'Asia/Jakarta' });
  const link = await mailedToken(app, email);
  expect((await browser.put('/api/password', { token: link, password })).status).toBe(204);
  const world = await buildWorld(app);
  await world.found();
  const webhook = randomBytes(24).toString('base64');
  const connection = await world.staff.post('/api/console/provisioning/connections', {
    code: 'kanari',
    name: 'Kanari',
    provisioner: 'webhook',
    configuration: { url: 'https://panel.example/', secret: `whsec_${webhook}` },
  });
  expect(connection.status).toBe(201);
  await app.settle();
  const canaries = [password, link, browser.cookie!.split('=')[1]!, webhook];

  let filled = 0;
  for (const { column, what } of secrets) {
    const [schema, table, name] = column.split('.');
    const { rows } = await app.app.pool.query<{ value: unknown }>(
      `select ${name} as value from ${schema}.${table} where ${name} is not null and ${name}::text <> ''`,
    );
    if (rows.length > 0) filled++;
    for (const { value } of rows) expect([column, fits(what, value)]).toEqual([column, true]);
  }
  expect(filled).toBeGreaterThan(6);

  for (const { column, type } of await columns()) {
    if (!/^(text|character varying|bytea|json|jsonb|ARRAY)$/.test(type)) continue;
    const [schema, table, name] = column.split('.');
    const { rows } = await app.app.pool.query<{ value: string }>(
      type === 'bytea'
        ? `select encode(${name}, 'hex') as value from ${schema}.${table} where ${name} is not null`
        : `select ${name}::text as value from ${schema}.${table} where ${name} is not null`,
    );
    for (const canary of canaries) {
      const forms = [canary, Buffer.from(canary).toString('hex'), Buffer.from(canary).toString('base64')];
      const decoded = /^[\w-]{43}$/.test(canary) ? [Buffer.from(canary, 'base64url').toString('hex')] : [];
      const held = rows.some(({ value }) => [...forms, ...decoded].some((form) => value.includes(form)));
      expect([column, canary, held]).toEqual([column, canary, false]);
    }
  }
});

test('the keys of what is sealed are for the server alone: no role of requests or jobs can read them', async () => {
  for (const role of ['clientarea_portal', 'clientarea_system']) {
    const client = await app.app.pool.connect();
    try {
      await client.query('begin');
      await client.query(`set local role ${role}`);
      await expect(client.query('select wrapped from kernel.data_keys')).rejects.toMatchObject({
        code: '42501',
      });
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
});

test('a class that is claimed is looked at: other forms are noticed', async () => {
  expect(fits('sealed', 'in the clear')).toBe(false);
  expect(fits('hashed', Buffer.from('short'))).toBe(false);
  expect(fits('Argon2id', await hashPassword('kuda terbang'))).toBe(true);
  expect(fits('as it is', 'x')).toBe(false);
});

function fits(what: string, value: unknown): boolean {
  if (what === 'sealed') return /^[12][.]\d+[.][\w-]{38,}$/.test(String(value));
  if (what === 'hashed') return Buffer.isBuffer(value) && value.length === 32;
  return what === 'Argon2id' && String(value).startsWith('$argon2id$v=19$m=19456,t=2,p=1$');
}
