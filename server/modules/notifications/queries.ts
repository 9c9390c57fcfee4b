import { sql } from 'kysely';
import type { Session } from '../../kernel/auth/actor.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { AnyMessageKind, Reach } from '../../kernel/messages.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../kernel/values/page.ts';
import type { MailRow, Notice, Preference } from './contract.ts';

type Messages = ReadonlyMap<string, AnyMessageKind>;

/** A person's notices, newest first, in the words of the language they read now. */
export async function listNotices(
  db: Db,
  { person }: Session,
  messages: Messages,
  brandName: string,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const from = after === undefined ? null : decodeCursor(after, ['id']);
  const rows = await db
    .selectFrom('notifications.notices')
    .select(['id', 'organization_id', 'kind', 'data', 'created_at', 'read_at'])
    .where('person_id', '=', person.id)
    .$if(from !== null, (query) => query.where('id', '<', from![0]))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, (row) => [row.id as Id<'notice'>]);
  const reader = { ...person, brandName };
  const items = page.items.flatMap((row): Notice[] => {
    const text = messages.get(row.kind)?.text[person.locale](row.data, reader);
    if (!text) return [];
    return [
      {
        id: row.id,
        organizationId: row.organization_id,
        kind: row.kind,
        subject: text.subject,
        text: text.paragraphs.slice(1).join('\n'),
        link: text.act ?? null,
        createdAt: row.created_at.toISOString(),
        read: row.read_at !== null,
      },
    ];
  });
  return { ...page, items };
}

/** How many notices wait to be read; counted up to 99, beyond which no badge says more. */
export async function countUnread(db: Db, person: Id<'person'>): Promise<number> {
  const rows = await db
    .selectFrom('notifications.notices')
    .select('id')
    .where('person_id', '=', person)
    .where('read_at', 'is', null)
    .limit(99)
    .execute();
  return rows.length;
}

/** Every topic there is, with what this person gets of it. */
export async function listPreferences(
  db: Db,
  person: Id<'person'>,
  messages: Messages,
): Promise<Preference[]> {
  const [refused, chosen] = await Promise.all([
    db
      .selectFrom('notifications.refusals')
      .select(['topic', 'channel'])
      .where('person_id', '=', person)
      .execute(),
    db
      .selectFrom('notifications.reaches')
      .select(['topic', 'channel', 'reach'])
      .where('person_id', '=', person)
      .execute(),
  ]);
  const wants = (topic: string, channel: string) =>
    !refused.some((row) => row.topic === topic && row.channel === channel);
  const reachOf = (topic: string, channel: string): Reach => {
    if (!wants(topic, channel)) return 'none';
    const found = chosen.find((row) => row.topic === topic && row.channel === channel);
    return (found?.reach ?? 'queues') as Reach;
  };
  const topics = new Map<string, { required: boolean; byReach: boolean }>();
  for (const { topic, required, byReach } of messages.values()) {
    if (topic === null) continue;
    const before = topics.get(topic);
    topics.set(topic, {
      required: required || (before?.required ?? false),
      byReach: byReach || (before?.byReach ?? false),
    });
  }
  return [...topics].map(([topic, { required, byReach }]) => ({
    topic,
    required,
    email: wants(topic, 'email'),
    inApp: wants(topic, 'in_app'),
    reach: byReach ? { email: reachOf(topic, 'email'), inApp: reachOf(topic, 'in_app') } : null,
  }));
}

const mailColumns = [
  'id',
  'kind',
  'channel',
  'recipient',
  'recipient_name',
  'subject',
  'state',
  'error',
  'created_at',
  'sent_at',
] as const;

/** What was sent, newest first; `q` finds part of an address or of a subject. */
export async function listMails(
  db: Db,
  {
    after,
    limit,
    q,
    state,
  }: { after?: string | undefined; limit: number; q?: string | undefined; state?: string | undefined },
) {
  const from = after === undefined ? null : decodeCursor(after, ['instant', 'id']);
  const pattern = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows = await db
    .selectFrom('notifications.mails')
    .select(mailColumns)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(pattern !== null, (query) =>
      query.where((eb) => eb.or([eb('recipient', 'ilike', pattern), eb('subject', 'ilike', pattern)])),
    )
    .$if(from !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(from![0], from![1]))),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, (row) => [row.created_at, row.id as Id<'mail'>]);
  return { ...page, items: page.items.map(mailRow) };
}

export async function findMail(db: Db, id: Id<'mail'>): Promise<{ row: MailRow; body: string | null }> {
  const found = await db
    .selectFrom('notifications.mails')
    .select([...mailColumns, 'body'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw new Problem(notFound);
  return { row: mailRow(found), body: found.body };
}

function mailRow(row: {
  id: string;
  kind: string;
  channel: string;
  recipient: string;
  recipient_name: string;
  subject: string;
  state: string;
  error: string | null;
  created_at: Date;
  sent_at: Date | null;
}): MailRow {
  const { recipient_name: recipientName, created_at: createdAt, sent_at: sentAt, ...same } = row;
  return {
    id: same.id,
    kind: same.kind,
    channel: same.channel as MailRow['channel'],
    recipient: same.recipient,
    subject: same.subject,
    error: same.error,
    recipientName,
    state: same.state as MailRow['state'],
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  };
}

/** Days around a mail that came back in which others to its address do not count as arrived. */
const bouncesFor = 14;

/**
 * Of messages of one kind, which reached their reader, and when first: a mail server took the mail (where there is none, it lies in the
 * outbox) and neither gave it back nor another to that address around that time; or its reader has read it in the bell.
 * Needs a transaction that sees everything.
 */
export async function findArrived(
  db: Db,
  kind: string,
  told: readonly { person: string; occurrence: string }[],
): Promise<ReadonlyMap<string, Date>> {
  if (told.length === 0) return new Map();
  const around = sql`${bouncesFor} * interval '1 day'`;
  const { rows } = await sql<{ occurrence: string; at: Date }>`
    select m.occurrence, min(a.at) as at
    from unnest(${told.map(({ person }) => person)}::uuid[], ${told.map(({ occurrence }) => occurrence)}::text[])
        as told (person_id, occurrence)
      join kernel.messages m on m.person_id = told.person_id and m.kind = ${kind} and m.occurrence = told.occurrence
      cross join lateral (
        select n.read_at as at from notifications.notices n where n.person_id = m.person_id and n.id = m.id
        union all
        select l.sent_at from notifications.mails l where l.id = m.id and l.state = 'sent' and not exists (
          select from notifications.mails b where b.recipient = l.recipient and b.state = 'bounced'
            and b.created_at between l.created_at - ${around} and l.created_at + ${around})) a
    where a.at is not null group by m.occurrence`.execute(db);
  return new Map(rows.map((row) => [row.occurrence, row.at]));
}

/** Whether mail to an address came back lately. Needs a transaction that sees everything. */
export async function givesMailBack(db: Db, address: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - bouncesFor * 86_400_000);
  const found = await db
    .selectFrom('notifications.mails')
    .select('id')
    .where('recipient', '=', address)
    .where('state', '=', 'bounced')
    .where('created_at', '>', since)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
