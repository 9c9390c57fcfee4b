import type pg from 'pg';
import type { Caller } from '../auth/actor.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Sign } from '../values/errors.ts';
import { isId, newId } from '../values/ids.ts';

/** One refused request. */
export interface Refusal {
  sign: Sign;
  code: string;
  route: string;
  callerKind: Caller['kind'];
  callerId: string | null;
  organizationId: string | null;
  address: string;
  requestId: string;
}

/** Counts what was refused, and writes it down now and then: in the log, and for staff in `kernel.refusals`. */
export interface Refusals {
  note(refusal: Refusal): void;
  /** Writes what was noted since. */
  flush(): Promise<void>;
  /** How often, since the start, by sign and code. */
  totals(): Iterable<{ sign: Sign; code: string; count: number }>;
}

type Noted = Refusal & { hour: Date; count: number; firstAt: Date; lastAt: Date };

/** Rows of one hour that tell callers, routes and addresses apart; beyond them a flood is counted and no longer told apart. */
const mostOfAnHour = 5000;
const hourMilliseconds = 3_600_000;

export function createRefusals({
  pool,
  clock,
  log,
}: {
  pool: Pick<pg.Pool, 'query'>;
  clock: Clock;
  log: Logger;
}): Refusals {
  let waiting = new Map<string, Noted>();
  const seen = { hour: 0, keys: new Set<string>() };
  const counted = new Map<string, { sign: Sign; code: string; count: number }>();

  function keep(noted: Noted): void {
    const key = keyOf(noted);
    const there = waiting.get(key);
    if (!there) return void waiting.set(key, noted);
    there.count += noted.count;
    there.lastAt = noted.lastAt;
    there.requestId = noted.requestId;
  }

  return {
    note(refusal) {
      const { sign, code } = refusal;
      const total = counted.get(`${sign} ${code}`) ?? { sign, code, count: 0 };
      counted.set(`${sign} ${code}`, { ...total, count: total.count + 1 });
      if (sign === 'asked') return;
      const now = clock.now();
      const hour = Math.floor(now.getTime() / hourMilliseconds);
      if (hour !== seen.hour) Object.assign(seen, { hour, keys: new Set() });
      const at = { hour: new Date(hour * hourMilliseconds), count: 1, firstAt: now, lastAt: now };
      const key = keyOf({ ...refusal, ...at });
      if (seen.keys.size < mostOfAnHour) seen.keys.add(key);
      const apart = seen.keys.has(key);
      keep({ ...refusal, ...at, ...(apart ? {} : { route: '*', address: '', organizationId: null }) });
    },
    async flush() {
      const batch = [...waiting.values()];
      waiting = new Map();
      if (batch.length === 0) return;
      for (const { sign, code, route, callerKind, callerId, count, requestId } of batch)
        log.warn({ sign, code, route, callerKind, callerId, count, requestId }, 'requests were refused');
      try {
        await pool.query(insert, columnsOf(batch));
      } catch (error) {
        log.error({ err: error, rows: batch.length }, 'refused requests could not be written down yet');
        for (const noted of batch) keep(noted);
      }
    },
    totals: () => counted.values(),
  };
}

const keyOf = ({ hour, sign, code, route, callerKind, callerId, organizationId, address }: Noted) =>
  [hour.getTime(), sign, code, route, callerKind, callerId, organizationId, address].join(' ');

function columnsOf(batch: readonly Noted[]): unknown[] {
  const column = <Value>(of: (noted: Noted) => Value) => batch.map(of);
  return [
    column(({ firstAt }) => newId(firstAt)),
    column(({ hour }) => hour),
    column(({ sign }) => sign),
    column(({ code }) => code),
    column(({ route }) => route),
    column(({ callerKind }) => callerKind),
    column(({ callerId }) => callerId),
    column(({ organizationId }) => organizationId),
    column(({ address }) => address),
    column(({ count }) => count),
    column(({ firstAt }) => firstAt),
    column(({ lastAt }) => lastAt),
    column(({ requestId }) => requestId),
  ];
}

const insert = `
  insert into kernel.refusals as r (id, hour, sign, code, route, caller_kind, caller_id, organization_id, address, count, first_at, last_at,
    request_id)
  select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::text[],
    $10::integer[], $11::timestamptz[], $12::timestamptz[], $13::text[])
  on conflict (hour, sign, code, route, caller_kind, caller_id, organization_id, address) do update
    set count = r.count + excluded.count, last_at = greatest(r.last_at, excluded.last_at), request_id = excluded.request_id`;

/** Who was refused what, as it is noted. */
export function refusalOf(
  request: { id: string; ip: string },
  route: { method: string; path: string },
  caller: Caller,
  params: unknown,
): Omit<Refusal, 'sign' | 'code'> {
  const { organization } = (params ?? {}) as { organization?: string };
  return {
    route: `${route.method} ${route.path}`,
    callerKind: caller.kind,
    callerId: idOf(caller),
    organizationId: organization !== undefined && isId(organization) ? organization : null,
    address: request.ip,
    requestId: request.id,
  };
}

function idOf(caller: Caller): string | null {
  if (caller.kind === 'person') return caller.session.person.id;
  return caller.kind === 'key' ? caller.key.id : null;
}
