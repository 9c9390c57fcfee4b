import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'node:tls';
import type { SecureVersion } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp } from '../kit/app.ts';
import { selfSigned } from '../kit/certificate.ts';
import type { SelfSigned } from '../kit/certificate.ts';

// The files of ops/ in front of a Clientarea, in Debian's nginx and Caddy: only what differs from place to place is put in their stead.

const app = await createTestApp(undefined, {
  publicUrl: new URL('https://portal.example.com'),
  trustProxy: '127.0.0.1',
});
let ours: number;
let certificate: SelfSigned;
beforeAll(async () => {
  await app.app.http.listen({ port: 0, host: '127.0.0.1' });
  ours = (app.app.http.server.address() as AddressInfo).port;
  certificate = selfSigned('DNS:portal.example.com');
});
afterAll(() => certificate.remove());

interface Ports {
  secure: number;
  plain: number;
}

/** Puts each text in its place, which has to be there. */
function fitted(file: string, changes: [string | RegExp, string][]): string {
  return changes.reduce(
    (text, [from, to]) => {
      const changed = text.replaceAll(from, to);
      expect([from, changed === text]).toEqual([from, false]);
      return changed;
    },
    readFileSync(new URL(`../../../ops/${file}`, import.meta.url), 'utf8'),
  );
}

function nginx(folder: string, { secure, plain }: Ports): [string, string, string[]] {
  const site = fitted('nginx.conf', [
    ['server 127.0.0.1:3000;', `server 127.0.0.1:${ours};`],
    [/^ *listen \[::\].*\n/gm, ''],
    ['listen 443 ', `listen 127.0.0.1:${secure} `],
    ['listen 80;', `listen 127.0.0.1:${plain};`],
    ['/etc/letsencrypt/live/portal.example.com/fullchain.pem', certificate.certFile],
    ['/etc/letsencrypt/live/portal.example.com/privkey.pem', certificate.keyFile],
  ]);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const whole = `pid ${folder}/pid; error_log stderr; daemon off; events {}
    http { access_log off; ${places.join(' ')}\n${site} }`;
  return [whole, '/usr/sbin/nginx', ['-p', folder, '-c', join(folder, 'proxy.conf')]];
}

function caddy(folder: string, { secure, plain }: Ports): [string, string, string[]] {
  const site = fitted('Caddyfile', [
    [
      'portal.example.com {',
      `{\n admin off\n http_port ${plain}\n https_port ${secure}\n}\nportal.example.com {`,
    ],
    ['tls {', `tls ${certificate.certFile} ${certificate.keyFile} {`],
    ['reverse_proxy 127.0.0.1:3000', `reverse_proxy 127.0.0.1:${ours}`],
  ]);
  return [site, '/usr/bin/caddy', ['run', '--adapter', 'caddyfile', '--config', join(folder, 'proxy.conf')]];
}

describe.each([
  ['nginx', nginx],
  ['Caddy', caddy],
])('%s', (_name, layOut) => {
  let folder: string;
  let ports: Ports;
  let stop = async () => {};

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientarea-proxy-'));
    ports = { secure: await freePort(), plain: await freePort() };
    const [configuration, program, parameters] = layOut(folder, ports);
    await writeFile(join(folder, 'proxy.conf'), configuration);
    const proxy = spawn(program, parameters, {
      cwd: folder,
      env: { HOME: folder, PATH: process.env.PATH },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    let running = true;
    proxy.stderr.on('data', (chunk) => (said += String(chunk)));
    const ended = new Promise<void>((resolve) => {
      proxy.once('error', (error) => ((said += error.message), (running = false), resolve()));
      proxy.once('exit', () => ((running = false), resolve()));
    });
    stop = async () => {
      proxy.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    };
    while (!(await handshake({}).catch(() => null))) {
      if (!running) throw new Error(`${program} did not start:\n${said}`);
      await wait(50);
    }
  });
  afterAll(() => stop());

  /** What a client of these versions and ciphers comes to speak. Rejects when the proxy refuses. */
  function handshake(offered: { minVersion?: SecureVersion; maxVersion?: SecureVersion; ciphers?: string }) {
    return new Promise<{ version: string; cipher: string }>((resolve, reject) => {
      const to = { port: ports.secure, host: '127.0.0.1', servername: 'portal.example.com' };
      const socket = connect({ ...to, ca: certificate.cert, ...offered }, () => {
        resolve({ version: socket.getProtocol()!, cipher: socket.getCipher().name });
        socket.destroy();
      });
      socket.once('error', reject);
    });
  }

  function get(path: string, secure = true): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const host = secure ? `portal.example.com:${ports.secure}` : `portal.example.com:${ports.plain}`;
      const asked = { host: '127.0.0.1', path, headers: { host, 'x-forwarded-proto': 'http' } };
      const sent = secure
        ? secureRequest({
            ...asked,
            port: ports.secure,
            servername: 'portal.example.com',
            ca: certificate.cert,
          })
        : request({ ...asked, port: ports.plain });
      sent.once('response', (answer) => resolve(answer.resume())).once('error', reject);
      sent.end();
    });
  }

  test.each(['TLSv1', 'TLSv1.1'] as const)('%s is refused', async (version) => {
    const past = { minVersion: version, maxVersion: version, ciphers: 'ALL:@SECLEVEL=0' };
    await expect(handshake(past)).rejects.toThrow(/alert protocol version/);
  });

  test('TLS 1.3 is spoken where it can be, and 1.2 where it cannot', async () => {
    expect(await handshake({ minVersion: 'TLSv1.2' })).toMatchObject({ version: 'TLSv1.3' });
    expect(await handshake({ maxVersion: 'TLSv1.2' })).toMatchObject({ version: 'TLSv1.2' });
  });

  test.each([
    ['without forward secrecy', 'AES128-GCM-SHA256:AES256-GCM-SHA384:AES128-SHA:AES256-SHA'],
    ['without authentication of what is sent', 'ECDHE-ECDSA-AES128-SHA256:ECDHE-ECDSA-AES256-SHA384'],
    ['of blocks of 64 bits, or none', 'DES-CBC3-SHA:ECDHE-ECDSA-DES-CBC3-SHA:NULL:eNULL:aNULL:RC4'],
  ])('ciphers %s are refused', async (_kind, ciphers) => {
    await expect(handshake({ maxVersion: 'TLSv1.2', ciphers: `${ciphers}:@SECLEVEL=0` })).rejects.toThrow(
      /handshake failure|no ciphers available|no cipher match/,
    );
  });

  test('what is taken has forward secrecy, an authenticated cipher and 128 bits at least', async () => {
    const good =
      /^(TLS_(AES_(128|256)_GCM|CHACHA20_POLY1305)_SHA(256|384)|ECDHE-ECDSA-(AES(128|256)-GCM-SHA(256|384)|CHACHA20-POLY1305))$/;
    expect((await handshake({})).cipher).toMatch(good);
    expect((await handshake({ maxVersion: 'TLSv1.2' })).cipher).toMatch(good);
  });

  test('without TLS there is nothing but the way to TLS', async () => {
    for (const path of ['/', '/api/session', '/sign-in?next=/o/a']) {
      const { statusCode, headers } = await get(path, false);
      expect([301, 302, 308]).toContain(statusCode);
      expect(headers.location).toMatch(/^https:\/\/portal[.]example[.]com/);
      expect(new URL(headers.location!).pathname + new URL(headers.location!).search).toBe(path);
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  test('with TLS browsers are told to come with TLS for two years, by every answer', async () => {
    for (const path of ['/api/session', '/api/nowhere', '/nowhere']) {
      const { headers } = await get(path);
      expect([path, headers['strict-transport-security']]).toEqual([
        path,
        'max-age=63072000; includeSubDomains',
      ]);
    }
  });

  test('what watches over it is not for outside', async () => {
    expect((await get('/metrics')).statusCode).toBe(404);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
