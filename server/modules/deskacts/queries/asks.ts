import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Page } from '../../../kernel/values/page.ts';
import type { AskQuery, CreditAsk } from '../ask-contract.ts';
import { whatMayBeDecided } from '../domain/may-decide.ts';
import type { AskState } from '../domain/may-decide.ts';
import { deskLimits } from '../settings.ts';
import { limitOf } from './left-today.ts';

type Looking = Pick<Session, 'person' | 'staffRoles'>;
type Row = Omit<CreditAsk, 'can' | 'state'> & { state: AskState };

const instant = (column: 'c.asked_at' | 'c.decided_at') =>
  sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

async function readAsks(
  db: Db,
  { person, staffRoles }: Looking,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<CreditAsk[]> {
  const { rows } = await sql<{ ask: Row }>`
    select json_build_object('id', c.id, 'state', c.state, 'amount', json_build_object('amount', c.amount, 'currency', c.currency),
      'reason', c.reason, 'note', c.note, 'client', json_build_object('id', o.id, 'name', o.name),
      'ticket', json_build_object('id', t.id, 'number', t.number, 'subject', t.subject),
      'askedBy', json_build_object('id', a.id, 'name', a.name), 'askedAt', ${instant('c.asked_at')},
      'decidedBy', case when d.id is not null then json_build_object('id', d.id, 'name', d.name) end,
      'decidedAt', ${instant('c.decided_at')}) as ask
    from deskacts.credit_asks c
      join organizations.organizations o on o.id = c.organization_id
      join support.tickets t on t.id = c.ticket_id
      join identity.people a on a.id = c.asked_by
      left join identity.people d on d.id = c.decided_by
    where ${where} order by ${order} limit ${limit}`.execute(db);
  const { value } = await readSetting(db, deskLimits);
  return rows.map(({ ask }) => {
    const { amount, currency } = ask.amount;
    const own = ask.askedBy.id === person.id;
    const can = whatMayBeDecided(
      { state: ask.state, amount: BigInt(amount), own },
      limitOf(value, currency, staffRoles),
    );
    return { ...ask, can };
  });
}

/** What waits the oldest first, everything else the newest. */
export async function listAsks(
  db: Db,
  { state, after, limit }: AskQuery,
  session: Looking,
): Promise<Page<CreditAsk>> {
  const waiting = state === 'waiting';
  const cursor = after === undefined ? null : decodeCursor(after, ['id'])[0];
  const from =
    cursor === null ? sql`true` : waiting ? sql`c.id > ${cursor}::uuid` : sql`c.id < ${cursor}::uuid`;
  const asks = await readAsks(
    db,
    session,
    sql`${state ? sql`c.state = ${state}` : sql`true`} and ${from}`,
    waiting ? sql`c.id` : sql`c.id desc`,
    limit + 1,
  );
  return pageOf(asks, limit, ({ id }) => [id]);
}

/** What was asked for beside a ticket and waits. */
export async function waitingAsk(db: Db, ticket: Id<'ticket'>, session: Looking): Promise<CreditAsk | null> {
  const where = sql`c.ticket_id = ${ticket} and c.state = 'waiting'`;
  const [ask] = await readAsks(db, session, where, sql`c.id`, 1);
  return ask ?? null;
}
