import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { seal, unseal } from '../../kernel/crypto.ts';
import { createTestApp } from '../../test/kit/app.ts';
import { loadKeys, renewKeys, rotateKeys } from '../keys.ts';

const app = await createTestApp();
const url = app.directUrl;
const root = randomBytes(32);
const now = () => app.clock.now();

test('a new key is sealed with when every node knows it, without a restart', async () => {
  const [one, other] = [await loadKeys(url, root, now()), await loadKeys(url, root, now())];
  const before = seal(one, 'row', 'old');
  expect(await rotateKeys(url, root, now())).toBe(2);
  await renewKeys(one, url, root, now());
  expect([one.current.id, other.current.id]).toEqual([1, 1]);

  await app.clock.advance({ minutes: 1 });
  await renewKeys(other, url, root, now());
  await app.clock.advance({ minutes: 2 });
  await renewKeys(one, url, root, now());
  expect([one.current.id, other.current.id]).toEqual([2, 1]);
  expect(unseal(other, 'row', seal(one, 'row', 'new'))).toBe('new');
  expect(unseal(one, 'row', before)).toBe('old');
});

test('of two keys made soon after each other the later is used later', async () => {
  expect(await rotateKeys(url, root, now())).toBe(3);
  await app.clock.advance({ minutes: 2 });
  expect(await rotateKeys(url, root, now())).toBe(4);
  await app.clock.advance({ minutes: 1 });
  expect((await loadKeys(url, root, now())).current.id).toBe(3);
});

test('with another root key nothing is opened and nothing is added', async () => {
  const other = randomBytes(32);
  await expect(rotateKeys(url, other, now())).rejects.toThrow(/^CLIENTAREA_ROOT_KEY: /);
  expect(await rotateKeys(url, root, now())).toBe(5);
});
