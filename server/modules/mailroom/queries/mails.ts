import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Page } from '../../../kernel/values/page.ts';
import type { BlockedSender, ReceivedMail, ReceivedMailDetail } from '../contract.ts';
import { authentication } from '../domain/authentication.ts';
import { readKept } from '../read-kept.ts';
import { findSender, isBlocked } from './find-out.ts';

interface Row {
  id: Id<'received-mail'>;
  mailbox: string;
  believed: string;
  sender: string;
  senderName: string;
  subject: string;
  state: ReceivedMail['state'];
  reason: ReceivedMail['reason'];
  asked: boolean;
  came_at: Date;
  kept: boolean;
  ticket: ReceivedMail['ticket'];
}

const columns = sql`m.id, b.name as mailbox, b.believed, m.sender, m.sender_name as "senderName", m.subject, m.state, m.reason,
  m.asked_at is not null as asked, m.came_at, m.kept, case when t.id is not null then
    json_build_object('id', t.id, 'number', t.number, 'subject', t.subject) end as ticket
  from mailroom.mails m join mailroom.mailboxes b on b.id = m.mailbox_id left join support.tickets t on t.id = m.ticket_id`;

/** What came in by mail, newest first; `q` finds part of a sender or subject. */
export async function listMails(
  db: Db,
  asked: {
    after?: string | undefined;
    limit: number;
    q?: string | undefined;
    state: ReceivedMail['state'];
    reason?: string | undefined;
  },
): Promise<Page<ReceivedMail>> {
  const from = asked.after === undefined ? null : decodeCursor(asked.after, ['instant', 'id']);
  const pattern = asked.q ? `%${asked.q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<Row>`
    select ${columns}
    where m.state = ${asked.state}
      ${from ? sql`and (m.came_at, m.id) < (${from[0]}, ${from[1]}::uuid)` : sql``}
      ${asked.reason === undefined ? sql`` : sql`and m.reason = ${asked.reason}`}
      ${pattern === null ? sql`` : sql`and (m.sender ilike ${pattern} or m.sender_name ilike ${pattern} or m.subject ilike ${pattern})`}
    order by m.came_at desc, m.id desc limit ${asked.limit + 1}`.execute(db);
  const page = pageOf(rows, asked.limit, (row) => [row.came_at, row.id]);
  return { ...page, items: page.items.map(mailOf) };
}

/** One mail with its words, as text: nothing of it runs or is fetched. Errors: `not_found`. */
export async function showMail(ctx: Ctx, id: Id<'received-mail'>): Promise<ReceivedMailDetail> {
  const row = await ctx.read(async (db) => {
    const { rows } = await sql<Row>`select ${columns} where m.id = ${id}`.execute(db);
    return rows[0];
  });
  if (!row) throw new Problem(notFound);
  const mail = row.kept ? await readKept(ctx, id) : null;
  const { organizations, blocked } = await ctx.read((db) => aboutSender(db, row.sender, ctx.clock.now()));
  const results = mail?.headers.get('authentication-results') ?? [];
  return {
    ...mailOf(row),
    to: mail ? [...mail.to, ...mail.cc].map(({ address }) => address) : [],
    text: mail?.text ?? null,
    files: (mail?.files ?? []).map(({ name, type, bytes }) => ({ name, type, size: bytes.length })),
    authentication: authentication(results, row.believed, row.sender),
    organizations,
    blocked,
  };
}

async function aboutSender(db: Db, sender: string, now: Date) {
  const found = await findSender(db, sender, now);
  const { rows } = await sql<{ organizations: { id: string; name: string }[]; blocked: boolean }>`
    select ${isBlocked(sender)} as blocked, coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name)
      from organizations.organizations o where o.id = any (${found?.organizations ?? []}::uuid[])), '[]') as organizations`.execute(
    db,
  );
  return rows[0]!;
}

const mailOf = ({ came_at: cameAt, kept: _kept, believed: _believed, ...row }: Row): ReceivedMail => ({
  ...row,
  cameAt: cameAt.toISOString(),
});

/** Whose mails come to nothing, the latest first. */
export async function listBlocked(
  db: Db,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<BlockedSender>> {
  const from = after === undefined ? null : decodeCursor(after, ['id']);
  const rows = await db
    .selectFrom('mailroom.blocked_senders as s')
    .innerJoin('identity.people as p', 'p.id', 's.blocked_by')
    .select(['s.id', 's.sender', 's.since', 'p.name as by'])
    .$if(from !== null, (query) => query.where('s.id', '<', from![0]))
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, (row) => [row.id as Id<'blocked-sender'>]);
  return { ...page, items: page.items.map((row) => ({ ...row, since: row.since.toISOString() })) };
}
