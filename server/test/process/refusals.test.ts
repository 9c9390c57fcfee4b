import type { Socket } from 'node:net';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  bundled,
  dataFolder,
  freePort,
  installation,
  patient,
  preparedFolder,
  runCli,
  startServer,
} from './cli.ts';

// What an operator sees when something is not as it should be: one line that names the setting, and nothing half made.

bundled();

async function refusal(
  env: Record<string, string>,
  args: string[] = [],
  main?: string,
): Promise<{ code: number | null; said: string }> {
  const cli = runCli(args, env, main);
  const code = await cli.ended;
  expect(cli.stdout()).toBe('');
  return { code, said: cli.stderr() };
}

test.each([
  ['PORT', 'https'],
  ['PORT', '70000'],
  ['CLIENTAREA_POOL', '1'],
  ['CLIENTAREA_URL', 'ftp://portal.example.com'],
  ['CLIENTAREA_URL', 'portal.example.com'],
  ['CLIENTAREA_DEMO', 'yes'],
  ['CLIENTAREA_TIME_ZONE', 'Jakarta'],
  ['CLIENTAREA_ROLE', 'webs'],
  ['CLIENTAREA_ROOT_KEY', 'c2hvcnQ='],
  ['CLIENTAREA_SMTP_URL', 'mail.example.com'],
  ['CLIENTAREA_MAIL_FROM', 'nobody'],
  ['DATABASE_URL', 'mysql://localhost/clientarea'],
  ['DATABASE_READ_URL', 'postgresql://localhost/clientarea'],
  ['DATABASE_DIRECT_URL', 'postgresql://localhost/clientarea'],
  ['CLIENTAREA_PROT', '3000'],
])('%s=%s is named and refused, and nothing is created', patient, async (name, value) => {
  const data = await dataFolder();
  const { code, said } = await refusal({ CLIENTAREA_DATA: data, [name]: value });
  expect(said).toMatch(new RegExp(`^${name}: [^\\n]+\\n$`));
  expect(said).not.toContain('c2hvcnQ');
  expect([code, existsSync(data)]).toEqual([1, false]);
});

test.each([
  ['CLIENTAREA_URL', 'is required in production', {}],
  ['CLIENTAREA_URL', 'https', { CLIENTAREA_URL: 'http://portal.example.com' }],
  ['CLIENTAREA_SMTP_URL', 'is required in production', { CLIENTAREA_URL: 'https://portal.example.com' }],
])('production asks for %s: %s', patient, async (name, why, env: Record<string, string>) => {
  const data = await dataFolder();
  const { code, said } = await refusal({ CLIENTAREA_DATA: data, NODE_ENV: 'production', ...env });
  expect(said).toMatch(new RegExp(`^${name}: [^\\n]*${why}[^\\n]*\\n$`));
  expect([code, existsSync(data)]).toEqual([1, false]);
});

test('a port that is taken', patient, async () => {
  const data = await dataFolder();
  const { port } = (await listen(createServer())).address() as AddressInfo;
  const { code, said } = await refusal({ CLIENTAREA_DATA: data, PORT: String(port) });
  expect(said).toBe(`PORT: ${port} is taken by another program\n`);
  expect([code, existsSync(data)]).toEqual([1, false]);
});

test(
  'an address that is not ours, found at the last step: what was begun is ended again',
  patient,
  async () => {
    const { data } = await preparedFolder();
    const env = { CLIENTAREA_DATA: data, PORT: '0', CLIENTAREA_SANDBOX_GATEWAY: 'on' };
    const { code, said } = await refusal({ ...env, CLIENTAREA_HOST: '203.0.113.1' });
    expect(said).toBe('CLIENTAREA_HOST: 203.0.113.1 cannot be listened on (EADDRNOTAVAIL)\n');
    expect([code, existsSync(join(data, 'postgres/data/postmaster.pid'))]).toEqual([1, false]);
  },
);

test.each([
  ['a manifest without a page', 'manifest.json', 'there is no /o/:slug)'],
  ['a shell of another making', 'portal/index.html', 'the portal has no style sheet'],
  ['no renderer', 'server/render.js', 'is missing'],
])('built pages of another version, %s: it ends and says what to run', patient, async (_what, file, why) => {
  const { data } = await preparedFolder();
  const { web, main } = await installation();
  const path = join(web, file);
  if (file === 'server/render.js') await rm(path);
  else if (file === 'manifest.json') {
    const { 'modules/home/portal/dashboard-page.tsx': _page, ...rest } = JSON.parse(
      await readFile(path, 'utf8'),
    );
    await writeFile(path, JSON.stringify(rest));
  } else await writeFile(path, '<!doctype html>');
  const env = { CLIENTAREA_DATA: data, PORT: '0', CLIENTAREA_SANDBOX_GATEWAY: 'on' };
  const { code, said } = await refusal(env, [], main);
  expect(said).toMatch(/^web\/dist: [^\n]*run npm run build\n$/);
  expect(said).toContain(why);
  expect([code, existsSync(join(data, 'postgres/data/postmaster.pid'))]).toEqual([1, false]);
});

test('a data folder that cannot be written to', patient, async () => {
  const data = await dataFolder();
  await writeFile(data, 'a file stands here');
  const { code, said } = await refusal({ CLIENTAREA_DATA: join(data, 'below'), PORT: '0' });
  expect(said).toMatch(/^CLIENTAREA_DATA: [^\n]+ cannot be written to \(ENOTDIR\)\n$/);
  expect(code).toBe(1);
});

test('a database that cannot be reached', patient, async () => {
  const data = await dataFolder();
  const port = await freePort();
  const env = {
    CLIENTAREA_DATA: data,
    PORT: '0',
    DATABASE_URL: `postgresql://who:secret@localhost:${port}/clientarea`,
  };
  const { code, said } = await refusal(env);
  expect(said).toMatch(
    new RegExp(
      `^DATABASE_URL: no database answers at localhost:${port} \\([^\\n]*ECONNREFUSED[^\\n]*\\)\\n$`,
    ),
  );
  expect(said).not.toContain('secret');
  expect(code).toBe(1);
  expect(await secretsOf(data)).toEqual([]);
});

test('a database that is too old', patient, async () => {
  const server = await listen(createServer((socket) => speakAs14(socket)));
  const { port } = server.address() as AddressInfo;
  const data = await dataFolder();
  const env = {
    CLIENTAREA_DATA: data,
    PORT: '0',
    DATABASE_URL: `postgresql://who@localhost:${port}/clientarea`,
  };
  expect(await refusal(env)).toEqual({
    code: 1,
    said: 'DATABASE_URL: is PostgreSQL 14; 15 or newer is needed\n',
  });
  expect(await secretsOf(data)).toEqual([]);
});

test('a data folder in use, whose Clientarea goes on undisturbed', patient, async () => {
  const { data } = await preparedFolder();
  const first = await startServer({ CLIENTAREA_DATA: data });
  const second = await refusal({ CLIENTAREA_DATA: data, PORT: String(await freePort()) });
  expect(second.said).toMatch(
    /^CLIENTAREA_DATA: the data folder [^\n]+ is in use by another process \(pid \d+\)\n$/,
  );
  expect(second.code).toBe(1);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
});

test('a root key that is not the one of this data', patient, async () => {
  const { data } = await preparedFolder();
  const other = Buffer.alloc(32, 7).toString('base64');
  const { code, said } = await refusal({ CLIENTAREA_DATA: data, PORT: '0', CLIENTAREA_ROOT_KEY: other });
  expect(said).toMatch(/^CLIENTAREA_ROOT_KEY: does not open this database[^\n]*\n$/);
  expect(code).toBe(1);
});

test.each([['starts'], ['user'], ['frobnicate']])('there is no command %s', patient, async (word) => {
  const data = await dataFolder();
  const { code, said } = await refusal({ CLIENTAREA_DATA: data }, [word]);
  expect(said).toMatch(/^There is no command [^\n]+\n$/);
  expect([code, existsSync(data)]).toEqual([2, false]);
});

async function listen(server: NetServer): Promise<NetServer> {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(() => void server.close());
  return server;
}

/** What there is to lose: nothing of it may have been made for a start that failed. */
async function secretsOf(data: string): Promise<string[]> {
  await mkdir(dirname(data), { recursive: true });
  const names = await readdir(join(data, 'secrets')).catch(() => []);
  return names.filter((name) => !name.startsWith('.'));
}

/** As much of PostgreSQL's protocol as it takes to say that one is version 14. */
function speakAs14(socket: Socket): void {
  const message = (type: string, ...parts: (Buffer | string)[]) => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const int = (value: number, bytes: 2 | 4) => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeIntBE(value, 0, bytes);
    return buffer;
  };
  const ready = message('Z', 'I');
  socket.on('error', () => {});
  socket.once('data', () => {
    socket.write(
      Buffer.concat([message('R', int(0, 4)), message('S', 'server_version\0', '14.11\0'), ready]),
    );
    socket.on('data', (asked) => {
      if (asked[0] === 'X'.charCodeAt(0)) return socket.end();
      const column = [int(0, 4), int(0, 2), int(25, 4), int(-1, 2), int(-1, 4), int(0, 2)];
      return socket.write(
        Buffer.concat([
          message('T', int(1, 2), 'version\0', ...column),
          message('D', int(1, 2), int(6, 4), '140011'),
          message('C', 'SELECT 1\0'),
          ready,
        ]),
      );
    });
  });
}
