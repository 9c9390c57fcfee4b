import { sql } from 'kysely';
import type { Method } from '../../kernel/auth/methods.ts';
import { hashToken, randomToken } from '../../kernel/crypto.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { deviceName } from './domain/device-name.ts';
import { unusualAbout } from './domain/unusual.ts';
import type { Unusual } from './domain/unusual.ts';
import { unusualSignIn } from './events.ts';
import type { Place } from './sessions.ts';
import { signInNoticed, wasThisYou } from './sign-in-messages.ts';

export type Refusal = 'wrong_password' | 'not_verified' | 'disabled' | 'wrong_code' | 'unknown' | 'elsewhere';

interface Entry {
  id: string;
  /** Null where nobody has the address that was typed. */
  person: Id<'person'> | null;
  methods: readonly Method[];
  from: Place;
  refused?: Refusal;
  unusual?: { kind: Unusual; disown: string };
}

/** Writes one line of the log, with the commit. */
export function logSignIn(tx: Tx, { id, person, methods, from, refused, unusual }: Entry): void {
  tx.withCommit(sql`
    insert into identity.sign_ins
      (id, person_id, at, methods, refused, unusual, country, address, user_agent, disown_hash)
    values (${id}, ${person}, ${tx.now}, ${methods}, ${refused ?? null}, ${unusual?.kind ?? null}, ${from.country},
      ${from.address}::inet, ${from.userAgent.slice(0, 400)}, ${unusual ? hashToken(unusual.disown) : null})`);
}

/**
 * Logs a sign-in that opens a session, remembers its device and tells the person at once when the device or the country is new.
 * Returns the token by which the device is known again. One that was not given out here is replaced, so that nobody chooses it.
 */
export async function welcome(
  tx: Tx,
  person: Id<'person'>,
  methods: readonly Method[],
  from: Place,
  remember: boolean,
): Promise<string> {
  const shown = hashToken(from.device ?? '');
  const { rows } = await sql<{ ours: boolean; deviceKnown: boolean; first: boolean; countryKnown: boolean }>`
    with earlier as (
      select country from identity.sign_ins where person_id = ${person} and refused is null and disowned_at is null
    )
    select
      exists (select from identity.devices where token_hash = ${shown}) as ours,
      exists (select from identity.devices where token_hash = ${shown} and person_id = ${person}) as "deviceKnown",
      not exists (select from earlier) as first,
      exists (select from earlier where country = ${from.country}) as "countryKnown"`.execute(tx.db);
  const { ours, ...known } = rows[0]!;
  const device = ours ? from.device! : randomToken();
  tx.withCommit(sql`
    insert into identity.devices as d (id, person_id, token_hash, seen_at, user_agent, remembered_at)
    values (${tx.newId()}, ${person}, ${hashToken(device)}, ${tx.now}, ${from.userAgent.slice(0, 400)}, ${remember ? tx.now : null})
    on conflict (person_id, token_hash) do update set seen_at = excluded.seen_at, user_agent = excluded.user_agent,
      remembered_at = coalesce(excluded.remembered_at, d.remembered_at)`);

  const kind = unusualAbout({ ...known, country: from.country });
  const id = tx.newId<'signIn'>();
  if (kind === null) {
    logSignIn(tx, { id, person, methods, from });
    return device;
  }
  const disown = randomToken();
  logSignIn(tx, { id, person, methods, from, unusual: { kind, disown } });
  tx.emit(unusualSignIn, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { unusual: kind },
  });
  const data = {
    unusual: kind,
    country: from.country,
    device: deviceName(from.userAgent),
    at: tx.now.toISOString(),
  };
  tx.tell(wasThisYou, { to: { person }, occurrence: id, data: { ...data, token: disown } });
  tx.tell(signInNoticed, { to: { person }, occurrence: id, data });
  return device;
}
