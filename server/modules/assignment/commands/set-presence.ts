import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findAgent } from '../../support/index.ts';
import { untilIsPast } from '../contract.ts';
import type { Presence } from '../contract.ts';
import { presenceChanged } from '../events.ts';

/** Says whether somebody is there to take tickets. What they have stays theirs. Errors: `not_found`, `until_is_past`. */
export async function setPresence(tx: Tx, person: Id<'person'>, { away, until }: Presence): Promise<void> {
  if (!(await findAgent(tx.db, person))) throw new Problem(notFound);
  const awayUntil = away && until ? new Date(until) : null;
  if (awayUntil && awayUntil <= tx.now) throw new Problem(untilIsPast);
  await sql`insert into assignment.agents (person_id, away, away_until) values (${person}, ${away}, ${awayUntil})
    on conflict (person_id) do update set away = excluded.away, away_until = excluded.away_until`.execute(
    tx.db,
  );
  tx.emit(presenceChanged, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { away, until: awayUntil?.toISOString() ?? null },
  });
}
