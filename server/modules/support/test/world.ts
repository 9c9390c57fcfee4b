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
