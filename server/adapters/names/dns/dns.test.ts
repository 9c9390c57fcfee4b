import { afterAll, expect, test } from 'vitest';
import { dnsNames } from './dns.ts';
import { startNameServer } from './test/name-server.ts';
import type { Said } from './test/name-server.ts';

const zone: Record<string, Said> = {
  'one.example': [['v=spf1 -all'], ['clientarea-verification=abc']],
  'long.example': [['a'.repeat(200), 'b'.repeat(40)]],
  'empty.example': [],
  'broken.example': 'SERVFAIL',
  'silent.example': 'silence',
};
const server = await startNameServer((name) => zone[name] ?? 'NXDOMAIN');
afterAll(() => server.close());
const names = dnsNames([server.address]);

test('every record of a name, each put together from its parts', async () => {
  expect((await names.texts('one.example')).toSorted()).toEqual([
    'clientarea-verification=abc',
    'v=spf1 -all',
  ]);
  expect(await names.texts('ONE.example')).toHaveLength(2);
  expect(await names.texts('long.example')).toEqual(['a'.repeat(200) + 'b'.repeat(40)]);
});

test('a name without records and a name that is not there have none', async () => {
  expect(await names.texts('empty.example')).toEqual([]);
  expect(await names.texts('nobody.example')).toEqual([]);
});

test('a server that fails or is silent says nothing of what is there', async () => {
  await expect(names.texts('broken.example')).rejects.toThrow(/ESERVFAIL/);
  await expect(names.texts('silent.example')).rejects.toThrow(/ETIMEOUT/);
}, 20_000);
