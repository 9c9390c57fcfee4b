import type { TestApp } from '../../../test/kit/app.ts';
import type { TestAnswer, TestClient } from '../../../test/kit/client.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';

/** Opens a ticket as somebody of an organization and returns where it is. */
export async function openTicket(
  organization: TestOrganization,
  as: TestClient,
  over: Record<string, unknown> = {},
): Promise<{ id: string; number: number; at: string; console: string }> {
  const answer = await as.post(organization.at('/tickets'), {
    subject: 'Situs tidak bisa dibuka',
    text: 'Sejak pagi muncul galat 502.',
    ...over,
  });
  if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.text}`);
  const { id, number } = answer.body;
  return { id, number, at: organization.at(`/tickets/${id}`), console: `/api/console/tickets/${id}` };
}

/** A week that is worked around the clock. */
export const wholeWeek = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);

/** A service-level policy that promises the same whatever the priority, to everybody unless `over` says otherwise. Minutes. */
export const policyOf = (
  calendarId: string,
  promise: { first?: number; next?: number; resolution?: number },
  over: object = {},
) => {
  const each = { first: null, next: null, resolution: null, ...promise };
  return {
    titles: { id: 'Emas', en: 'Gold' },
    active: true,
    calendarId,
    shown: true,
    organizations: null,
    products: null,
    queues: null,
    priorities: null,
    kinds: null,
    minutes: { emergency: each, high: each, normal: each, low: each },
    pauses: [],
    warnPercent: null,
    tellWarning: [],
    tellBreach: [],
    ...over,
  };
};

/** Sends raw bytes, as a page does with a chosen file. */
export async function upload(
  test: TestApp,
  as: TestClient,
  url: string,
  bytes: Uint8Array,
  type = 'application/octet-stream',
): Promise<TestAnswer> {
  const answer = await test.app.http.inject({
    method: 'POST',
    url,
    headers: { ...(as.cookie ? { cookie: as.cookie } : {}), 'content-type': type },
    payload: Buffer.from(bytes),
  });
  const json = /json/.test(String(answer.headers['content-type']));
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: json ? answer.json() : undefined,
    text: answer.body,
  };
}

/** A picture of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What somebody was told, newest last: the kinds of the messages that await them. */
export async function toldTo(test: TestApp, person: string): Promise<{ kind: string; data: unknown }[]> {
  const { rows } = await test.app.pool.query<{ id: string; kind: string; data: string }>(
    'select id, kind, data from kernel.messages where person_id = $1 order by created_at, id',
    [person],
  );
  return rows.map((row) => ({ kind: row.kind, data: row.data === '' ? null : test.open(row) }));
}

/** The names of the facts about a ticket, in order. */
export async function factsOf(test: TestApp, ticket: string): Promise<{ name: string; data: unknown }[]> {
  const { rows } = await test.app.pool.query<{ name: string; data: unknown }>(
    'select name, data from kernel.events where subject_id = $1 order by happened_at, id',
    [ticket],
  );
  return rows;
}
