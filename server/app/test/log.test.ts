import { symbols } from 'pino';
import { expect, test } from 'vitest';
import { createTestApp } from '../../test/kit/app.ts';
import { buildOrganization } from '../../test/kit/people.ts';
import { createLog } from '../log.ts';

const lines: string[] = [];
const log = createLog('info', { write: (line: string) => void lines.push(line) });
const app = await createTestApp(undefined, { log, httpLogger: log });

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

test('the log of the process goes to standard output and nowhere else', () => {
  const stream = (createLog('info') as unknown as Record<symbol, { fd?: number }>)[symbols.streamSym];
  expect(stream?.fd).toBe(1);
});

test('an entry says when in UTC, how grave, where and what, in one line of JSON whatever stands in it', () => {
  lines.length = 0;
  const evil = 'x"}\n{"level":"error","msg":"forged"}\r\n\u2028\u001b[31m';
  log.warn({ job: evil, error: new Error(evil) }, 'a job failed');
  expect(lines).toHaveLength(1);
  expect(lines[0]!.trimEnd().split(/[\n\r]/)).toHaveLength(1);
  const entry = JSON.parse(lines[0]!) as Record<string, unknown>;
  expect(entry).toMatchObject({ level: 'warn', msg: 'a job failed', job: evil, pid: process.pid });
  expect(entry.time).toMatch(iso);
  expect(Math.abs(Date.parse(String(entry.time)) - Date.now())).toBeLessThan(60_000);
  expect(entry.hostname).toEqual(expect.any(String));
});

test('what fails in a request is found by the id that the person sees', async () => {
  lines.length = 0;
  await app.app.pool.query(`alter table identity.people rename to people_gone`);
  const answer = await app.stranger.post('/api/session', { email: 'a@example.com', password: 'x' });
  await app.app.pool.query(`alter table identity.people_gone rename to people`);
  expect(answer.status).toBe(500);
  const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(entries).toEqual([
    expect.objectContaining({
      level: 'error',
      time: expect.stringMatching(iso),
      reqId: answer.headers['x-request-id'],
    }),
  ]);
});

test('a fact says who did what to which thing of whom, when, and in which request', async () => {
  const acme = await buildOrganization(app);
  const invited = await acme.owner.post(acme.at('/invitations'), { email: 'b@example.com', role: 'viewer' });
  expect(invited.status).toBe(201);
  const { rows } = await app.app.pool.query(
    `select name, actor_kind, actor_id, organization_id, subject_kind, subject_id, request_id, happened_at
     from kernel.events where name like 'organizations.%invit%' order by happened_at desc limit 1`,
  );
  expect(rows[0]).toMatchObject({
    actor_kind: 'person',
    actor_id: acme.owner.id,
    organization_id: acme.id,
    subject_id: expect.stringMatching(/^[\da-f-]{36}$/),
    request_id: invited.headers['x-request-id'],
    happened_at: app.clock.now(),
  });
  const { rows: columns } = await app.app.pool.query(
    `select data_type from information_schema.columns where table_schema = 'kernel' and table_name = 'events' and column_name = 'happened_at'`,
  );
  expect(columns).toEqual([{ data_type: 'timestamp with time zone' }]);
});
