import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findDangers } from '../../../scripts/check/dangers.ts';
import { productFiles, root } from '../../../scripts/check/product-files.ts';

// What no tool of an attacker should find in our code, found by reading it as a program; and that the reading does find it.

const files = productFiles().filter((file) => existsSync(join(root, file)));

test('nothing in the product runs a shell or text as code, weakens cryptography or certificates, makes patterns of text, or goes out by itself', () => {
  expect(files.length).toBeGreaterThan(800);
  const found = files.flatMap((file) =>
    findDangers(file, readFileSync(join(root, file), 'utf8')).map(
      ({ line, what }) => `${file}:${line} ${what}`,
    ),
  );
  expect(found).toEqual([]);
});

const modules = 'server/modules/identity/x.ts';
const shell = 'no shell is asked';
const code = 'no code is made of text';
const out = 'the way out is ctx.ports.outgoing';
const pattern = 'no pattern is made of text';
const checked = 'certificates are always checked';
const listed = 'is not among what docs/security/cryptography.md lists';

test.each([
  [shell, modules, `import { exec } from 'node:child_process';`],
  [shell, modules, `import { execSync as run } from 'child_process';`],
  [shell, modules, `import * as processes from 'node:child_process';`],
  [shell, 'server/app/postgres/lock.ts', `spawnSync('ps', ['-p', pid], { shell: true });`],
  ['few files run programs', modules, `import { spawn } from 'node:child_process';`],
  [code, modules, `eval(text);`],
  [code, 'web/portal/x.tsx', `new Function('a', text)(1);`],
  [code, 'web/portal/x.tsx', `setTimeout('go()', 10);`],
  [code, modules, `import { runInNewContext } from 'node:vm';`],
  [pattern, modules, `new RegExp(input);`],
  [pattern, modules, 'new RegExp(`^${input}$`);'],
  [pattern, modules, `RegExp(input, 'u');`],
  [pattern, 'web/portal/x.tsx', `name.match(typed);`],
  [pattern, modules, `[...name.matchAll(typed)];`],
  ['chance comes from node:crypto', modules, `const token = Math.random().toString(36);`],
  ['a hash is one of', modules, `createHash('md5').update(text);`],
  ['a hash is one of', modules, `createHmac('sha1', key);`],
  ['a hash is one of', modules, `createHash(algorithm);`],
  [listed, modules, `import { createCipheriv } from 'node:crypto';`],
  [listed, modules, `import { createSign } from 'node:crypto';`],
  [listed, modules, `import { generateKeyPairSync } from 'node:crypto';`],
  [listed, modules, `import { pbkdf2Sync } from 'crypto';`],
  [listed, modules, `import { privateDecrypt } from 'node:crypto';`],
  [listed, modules, `import crypto from 'node:crypto';`],
  [checked, modules, `connect({ host, rejectUnauthorized: false });`],
  [checked, modules, `connect({ host, rejectUnauthorized: production });`],
  [checked, modules, `connect({ checkServerIdentity: () => undefined });`],
  [checked, modules, `process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';`],
  [out, modules, `await fetch(address);`],
  [out, modules, `import { request } from 'node:https';`],
  [out, 'server/adapters/mail/smtp/smtp.ts', `import { connect } from 'node:tls';`],
  [out, modules, `import { fetch as get } from 'undici';`],
])('it would be found: %s in %s', (what, file, text) => {
  expect(findDangers(file, text)).toEqual([{ line: 1, what: expect.stringContaining(what) }]);
});

test.each([
  [modules, `import type { Socket } from 'node:net'; import { isIP } from 'node:net';`],
  [modules, `const digits = /^\\d+$/; text.match(digits); text.matchAll(/a/g); new RegExp('^a$');`],
  [modules, `createHash('sha256').update(text); connect({ rejectUnauthorized: true });`],
  ['web/portal/x.tsx', `await fetch('/api/me'); const page = <p shell="portal">eval</p>;`],
])('and what is harmless is not: %s', (file, text) => {
  expect(findDangers(file, text)).toEqual([]);
});
