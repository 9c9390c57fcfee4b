import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPassword, hashPassword } from '../passwords.ts';

test('a hash is right for its password only, and what cannot be read says so without ending the next one', async () => {
  const stored = await hashPassword('a password for hashing');
  expect(await checkPassword(stored, 'a password for hashing')).toBe(true);
  expect(await checkPassword(stored, 'another password')).toBe(false);
  expect(await checkPassword(null, 'a password for hashing')).toBe(false);
  await expect(checkPassword('no hash', 'a password for hashing')).rejects.toThrow();
  expect(await checkPassword(stored, 'a password for hashing')).toBe(true);
});

test.runIf(process.platform === 'linux')(
  'threads that hash have a lower priority than what serves',
  async () => {
    await Promise.all([hashPassword('one of two at once'), hashPassword('two of two at once')]);
    const niceness = readdirSync('/proc/self/task').map((thread) => {
      // Behind the name in brackets, which may hold spaces: the 19th field of all is the niceness.
      const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
    });
    const serving = Math.min(...niceness);
    expect(niceness.filter((nice) => nice > serving).length).toBe(2);
  },
);
