import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  administrator,
  bundled,
  dataFolder,
  patient,
  preparedFolder,
  runCli,
  signIn,
  startServer,
} from './cli.ts';

bundled();

test('told to stop, it answers what it has accepted, takes nothing new, and ends well', patient, async () => {
  const { data } = await preparedFolder();
  const server = await startServer({ CLIENTAREA_DATA: data });
  // Hashing is done two at a time, for nobody as for somebody: forty sign-ins are more than half a second of accepted work.
  const sent = Array.from({ length: 40 }, (_, n) =>
    sendSignIn(server.url, { email: `nobody${n}@example.com`, password: 'kopi susu gula aren' }),
  );
  await Promise.all(sent.map(({ flushed }) => flushed));
  // By the time half of them are answered, in turn, the others have long been read.
  await sent[19]!.status;
  server.kill('SIGTERM');
  const refused = untilRefused(Number(new URL(server.url).port));
  const statuses = await Promise.all(sent.map(({ status }) => status));
  expect(statuses).toEqual(Array.from({ length: 40 }, () => 401));
  expect(await server.ended).toBe(0);
  await refused;
  expect(server.stderr()).toBe('');
});

test('an open live stream and an idle connection do not hold the end up', patient, async () => {
  const { data, password } = await preparedFolder();
  const server = await startServer({ CLIENTAREA_DATA: data });
  const { cookie } = await signIn(server.url, administrator, password);
  const stream = await fetch(`${server.url}/api/live`, { headers: { cookie } });
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  const began = performance.now();
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(performance.now() - began).toBeLessThan(15_000);
  await stream.text();
});

test('killed without warning, it starts again at once and has forgotten nothing', patient, async () => {
  const { data, password } = await preparedFolder();
  const first = await startServer({ CLIENTAREA_DATA: data });
  const { cookie } = await signIn(first.url, administrator, password);
  first.kill('SIGKILL');
  await first.ended;
  const second = await startServer({ CLIENTAREA_DATA: data });
  const session = await fetch(`${second.url}/api/session`, { headers: { cookie } });
  expect(session.status).toBe(200);
  const verify = runCli(['audit', 'verify'], { CLIENTAREA_DATA: data });
  expect(await verify.ended).toBe(0);
  console.log(`from start to first answer: ${first.startedIn} ms; after kill -9: ${second.startedIn} ms`);
});

test('when its PostgreSQL dies it says so and ends with 1, and the next start is well', patient, async () => {
  const { data } = await preparedFolder();
  const server = await startServer({ CLIENTAREA_DATA: data });
  process.kill(
    Number(readFileSync(join(data, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]),
    'SIGKILL',
  );
  expect(await server.ended).toBe(1);
  expect(server.stderr()).toMatch(/^Clientarea had to stop: PostgreSQL ended\.$/m);
  const again = await startServer({ CLIENTAREA_DATA: data });
  expect((await fetch(`${again.url}/readyz`)).status).toBe(200);
});

test(
  'on an empty folder it prints a link, the same until it made the first administrator',
  patient,
  async () => {
    const data = await dataFolder();
    const first = await startServer({ CLIENTAREA_DATA: data });
    const [, token] = await first.printed(/\/setup#token=(\S+)/);
    first.kill('SIGTERM');
    await first.ended;
    const server = await startServer({ CLIENTAREA_DATA: data });
    expect((await server.printed(/\/setup#token=(\S+)/))[1]).toBe(token);
    const person = {
      token,
      name: 'Rina',
      email: administrator,
      password: 'kopi susu gula aren',
      locale: 'id',
      timeZone: 'Asia/Jakarta',
    };
    const setUp = () =>
      fetch(`${server.url}/api/setup`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(person),
      });
    expect([(await setUp()).status, (await setUp()).status]).toEqual([204, 410]);
    server.kill('SIGTERM');
    await server.ended;
    const later = await startServer({ CLIENTAREA_DATA: data });
    expect(later.stdout()).not.toContain('/setup');
  },
);

test(
  'what it has answered is counted by route, for this machine or for who knows the token',
  patient,
  async () => {
    const open = await startServer({ CLIENTAREA_DATA: (await preparedFolder()).data });
    await fetch(`${open.url}/api/brand`);
    await fetch(`${open.url}/api/me`);
    const metrics = await (await fetch(`${open.url}/metrics`)).text();
    expect(metrics).toMatch(
      /clientarea_request_seconds_count{method="GET",route="\/api\/brand",status="2xx"} 1/,
    );
    expect(metrics).toMatch(
      /clientarea_request_seconds_count{method="GET",route="\/api\/me",status="4xx"} 1/,
    );
    expect(metrics).toContain('clientarea_server_errors_total 0');

    const closed = await startServer({
      CLIENTAREA_DATA: (await preparedFolder()).data,
      CLIENTAREA_METRICS_TOKEN: 'a long token',
    });
    const ask = (headers: Record<string, string>) => fetch(`${closed.url}/metrics`, { headers });
    expect((await ask({})).status).toBe(404);
    expect((await ask({ authorization: 'Bearer another' })).status).toBe(404);
    expect((await ask({ authorization: 'Bearer a long token' })).status).toBe(200);
  },
);

/** A sign-in of which one can tell that it has left. */
function sendSignIn(url: string, body: object): { flushed: Promise<void>; status: Promise<number> } {
  const sent = request(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    agent: new Agent({ keepAlive: true }),
  });
  const flushed = new Promise<void>((resolve) => void sent.end(JSON.stringify(body), () => resolve()));
  const status = new Promise<number>((resolve, reject) => {
    sent.once('error', reject).once('response', (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode!));
    });
  });
  return { flushed, status };
}

/** Resolves when nothing listens on the port any more. */
async function untilRefused(port: number): Promise<void> {
  for (;;) {
    const refused = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, 'localhost', () => resolve(false));
      socket.on('error', () => resolve(true));
      socket.on('connect', () => socket.destroy());
    });
    if (refused) return;
  }
}
