import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import { Problem, tooMany } from '../../kernel/values/errors.ts';
import type { Place } from './sessions.ts';

const minutes = 15;
/** Failed tries within that time for one account from one network, from one network, and for one account from networks it never used. */
const most = { both: 10, network: 100, account: 50 };

/** A try that has been counted as failed before it is known to be; `right` takes that back. */
export interface Try {
  /** Too many: to be thrown once the count is committed. */
  refusal: Problem | null;
  right(tx: Tx): void;
}

/**
 * Counts a try to sign in before the password is looked at, so that many at once cannot slip through. Nobody can lock somebody else
 * out: whoever fails is refused in their own network, and an account under attack from everywhere stays open to networks that have
 * signed in to it before. Unknown addresses are counted alike.
 */
export async function beginTry(tx: Tx, email: string, { address }: Pick<Place, 'address'>): Promise<Try> {
  const account = createHash('sha256').update(email).digest();
  const network = networkOf(address);
  const over = new Date(tx.now.getTime() - minutes * 60_000);
  const { rows } = await sql<{ both: number; network: number; account: number; known: boolean; since: Date }>`
    with counted as (
      insert into identity.failed_tries as t (account, network, tries, since)
      values (${account}, ${network}::cidr, 1, ${tx.now}), ('', ${network}::cidr, 1, ${tx.now}), (${account}, null, 1, ${tx.now})
      on conflict (account, network) do update set
        tries = case when t.since <= ${over} then 1 else t.tries + 1 end,
        since = case when t.since <= ${over} then excluded.since else t.since end
      returning account, network, tries, since
    )
    select max(tries) filter (where account <> '' and network is not null) as both,
      max(tries) filter (where account = '') as network,
      max(tries) filter (where network is null) as account,
      min(since) as since,
      exists (
        select from identity.people p join identity.sessions s on s.person_id = p.id
        where p.email = ${email} and s.address <<= ${network}::cidr
      ) as known
    from counted`.execute(tx.db);
  const counted = rows[0]!;
  const refused =
    counted.both > most.both ||
    counted.network > most.network ||
    (counted.account > most.account && !counted.known);
  const wait = Math.ceil((counted.since.getTime() + minutes * 60_000 - tx.now.getTime()) / 1000);
  return {
    refusal: refused ? new Problem(tooMany, { facts: { retryAfter: Math.max(1, wait) } }) : null,
    right: (later) =>
      // Locked in the order in which tries are counted: the other way round two of one account would wait for each other.
      later.withCommit(sql`
        with mine as (
          select account, network from identity.failed_tries
          where (account = ${account} and (network = ${network}::cidr or network is null))
            or (account = '' and network = ${network}::cidr)
          order by (account <> '' and network is not null) desc, account
          for update
        ), forgotten as (
          delete from identity.failed_tries t using mine
          where t.account = mine.account and t.network = mine.network and mine.account <> ''
        )
        update identity.failed_tries t set tries = greatest(tries - 1, 0)
        from mine where t.account = mine.account and t.network is not distinct from mine.network
          and (mine.account = '' or mine.network is null)`),
  };
}

/** One address of IPv4; of IPv6 the /64 that one subscriber has, which is one home and not one device. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIP(plain) === 4) return `${plain}/32`;
  if (isIP(plain) !== 6) return '0.0.0.0/32';
  const [head = '', tail] = plain.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const all =
    tail === undefined
      ? front
      : [...front, ...Array.from({ length: 8 - front.length - back.length }, () => '0'), ...back];
  return `${all.slice(0, 4).join(':')}::/64`;
}
