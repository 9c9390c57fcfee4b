import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isWithin } from '../../kernel/outgoing/networks.ts';
import { readConfig } from '../config.ts';
import { settings } from '../settings.ts';

const production = {
  NODE_ENV: 'production',
  CLIENTAREA_URL: 'https://portal.example.com',
  CLIENTAREA_SMTP_URL: 'smtps://mail.example.com',
};

function file(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'clientarea-secret-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'secret'), text, { mode: 0o600 });
  return join(folder, 'secret');
}

test('every setting may come from a file, as vaults and containers hand over secrets', () => {
  const key = Buffer.alloc(32, 7);
  const config = readConfig({
    CLIENTAREA_ROOT_KEY_FILE: file(`${key.toString('base64')}\n`),
    DATABASE_URL_FILE: file('postgresql://clientarea:secret@localhost/clientarea\n'),
    CLIENTAREA_METRICS_TOKEN_FILE: file('a-token'),
  });
  expect([config.rootKey, config.databaseUrl?.password, config.metricsToken]).toEqual([
    key,
    'secret',
    'a-token',
  ]);
  for (const { name } of Object.values(settings))
    expect(() => readConfig({ [`${name}_FILE`]: '/nowhere/at/all' })).toThrow(
      `${name}: cannot be read from /nowhere/at/all (ENOENT)`,
    );
});

test('what is said twice, or by a file that no setting has, is refused without telling it', () => {
  const both = { CLIENTAREA_METRICS_TOKEN: 'one', CLIENTAREA_METRICS_TOKEN_FILE: file('secret-two') };
  expect(() => readConfig(both)).toThrow(/^CLIENTAREA_METRICS_TOKEN: is said twice/);
  expect(() => readConfig({ CLIENTAREA_SECRETS_FILE: file('x') })).toThrow(/^CLIENTAREA_SECRETS_FILE: /);
  const spoiled = () => readConfig({ CLIENTAREA_ROOT_KEY_FILE: file('secret-three') });
  expect(spoiled).toThrow(/^CLIENTAREA_ROOT_KEY: must be 32 bytes/);
  expect(spoiled).not.toThrow(/secret-three/);
});

test.each([
  'sslmode=require',
  'sslmode=prefer',
  'sslmode=allow',
  'sslmode=no-verify',
  'sslmode=verify-ca',
  'ssl=true',
  'ssl=no-verify',
  'sslmode=verify-full&uselibpqcompat=true',
  'sslmode=disable&sslnegotiation=direct',
])('no connection to a database with certificates that are not looked at: %s', (how) => {
  for (const name of ['DATABASE_URL', 'DATABASE_DIRECT_URL', 'DATABASE_READ_URL'])
    expect(() => readConfig({ [name]: `postgresql://db.example.com/clientarea?${how}` })).toThrow(
      new RegExp(`^${name}: may say sslmode=verify-full`),
    );
});

test('in production a database on another machine says whether the way there is encrypted', () => {
  const at = (url: string, name = 'DATABASE_URL') =>
    readConfig({ ...production, DATABASE_URL: 'postgresql:///clientarea?host=/run', [name]: url });
  for (const name of ['DATABASE_URL', 'DATABASE_DIRECT_URL', 'DATABASE_READ_URL'])
    expect(() => at('postgresql://db.example.com/clientarea', name)).toThrow(
      new RegExp(`^${name}: has to say sslmode`),
    );
  for (const url of [
    'postgresql://db.example.com/clientarea?sslmode=verify-full',
    'postgresql://postgres/clientarea?sslmode=disable',
    'postgresql://localhost/clientarea',
    'postgresql://127.0.0.1:6432/clientarea',
    'postgresql:///clientarea?host=/run/postgresql',
  ])
    expect(at(url).databaseUrl?.href).toBe(url);
});

test.each(['tls.rejectUnauthorized=false', 'requireTLS=false', 'ignoreTLS=yes', 'opportunisticTLS=true'])(
  'no connection to a mail server that is trusted blindly: %s',
  (how) => {
    const url = `smtp://mail.example.com:587?${how}`;
    expect(() => readConfig({ CLIENTAREA_SMTP_URL: url })).toThrow(/^CLIENTAREA_SMTP_URL: may say nothing/);
  },
);

test('production is reached over https alone, and lets nobody lead it to its own networks', () => {
  const http = { ...production, CLIENTAREA_URL: 'http://portal.example.com' };
  expect(() => readConfig(http)).toThrow(/^CLIENTAREA_URL: must begin with https/);
  const inside = (env: Record<string, string>, address: string) =>
    isWithin(readConfig(env).outgoingNetworks, address);
  expect(['127.0.0.1', '::1', '10.0.0.1'].map((address) => inside(production, address))).toEqual([
    false,
    false,
    false,
  ]);
  const listed = { ...production, CLIENTAREA_OUTGOING_NETWORKS: '10.20.0.0/16, fd00::/8' };
  expect(['10.20.3.4', 'fd12::1', '10.21.0.1'].map((address) => inside(listed, address))).toEqual([
    true,
    true,
    false,
  ]);
  expect(() => readConfig({ CLIENTAREA_OUTGOING_NETWORKS: 'intranet' })).toThrow(
    /^CLIENTAREA_OUTGOING_NETWORKS: holds "intranet"/,
  );
});
