import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Db } from '../../kernel/db/types.ts';
import { Problem, tooMany } from '../../kernel/values/errors.ts';

const hours = 24;

/** Something of which so many texts may be sent within a day. */
export interface Allowance {
  what: string;
  most: number;
}

/** What texts to numbers that nobody has shown to be theirs are counted under, all people together. */
export const newNumbers = 'new numbers';

/**
 * Takes one text off several allowances at once, or of none: then it throws `too_many_requests` with when to come back. So nobody
 * floods a phone, and nobody has the business pay for texts to numbers that earn by them.
 */
export async function spendText(tx: Tx, allowances: readonly Allowance[]): Promise<void> {
  const most = new Map(allowances.map(({ what, most: texts }) => [hashed(what).toString('hex'), texts]));
  // Always in the same order, so that two at once wait for each other and not both.
  const whats = [...most.keys()].toSorted((a, b) => (a < b ? -1 : 1)).map((hex) => Buffer.from(hex, 'hex'));
  const over = new Date(tx.now.getTime() - hours * 3_600_000);
  const { rows } = await sql<{ what: Buffer; texts: number; since: Date }>`
    insert into identity.text_allowances as t (what, texts, since)
    select what, 1, ${tx.now} from unnest(${whats}::bytea[]) as what
    on conflict (what) do update set
      texts = case when t.since <= ${over} then 1 else t.texts + 1 end,
      since = case when t.since <= ${over} then excluded.since else t.since end
    returning what, texts, since`.execute(tx.db);
  const spent = rows.filter(({ what, texts }) => texts > most.get(what.toString('hex'))!);
  if (spent.length === 0) return;
  const free = Math.max(...spent.map(({ since }) => since.getTime())) + hours * 3_600_000;
  throw new Problem(tooMany, {
    facts: { retryAfter: Math.max(1, Math.ceil((free - tx.now.getTime()) / 1000)) },
  });
}

/** How many texts of it were sent within the day that still counts. */
export async function countTexts(db: Db, what: string, now: Date): Promise<number> {
  const row = await db
    .selectFrom('identity.text_allowances')
    .select('texts')
    .where('what', '=', hashed(what))
    .where('since', '>', new Date(now.getTime() - hours * 3_600_000))
    .executeTakeFirst();
  return Number(row?.texts ?? 0);
}

const hashed = (what: string) => createHash('sha256').update(what).digest();
