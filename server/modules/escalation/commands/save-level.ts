import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import { findAgent, notAssignable, unknownLink } from '../../support/index.ts';
import type { LevelBody } from '../contract.ts';
import { lastLevel } from '../domain/levels.ts';
import { levelSaved } from '../events.ts';

/** What is on its way keeps its time and goes by this from its next step on. Errors: `changed_meanwhile`, `not_assignable`, `unknown_link`. */
export async function saveLevel(tx: Tx, level: number, version: number, body: LevelBody): Promise<void> {
  const there = await tx.db
    .selectFrom('escalation.levels')
    .select('version')
    .where('level', '=', level)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (there.version !== version) throw new Problem(changedMeanwhile);
  for (const person of body.people) if (!(await findAgent(tx.db, person))) throw new Problem(notAssignable);
  await requireThere(tx, 'escalation.rotas', body.rotaId);
  await requireThere(tx, 'support.calendars', body.calendarId);
  await tx.db
    .updateTable('escalation.levels')
    .set({
      audience: [...new Set(body.audience)],
      people: [...new Set(body.people)],
      rota_id: body.rotaId,
      channels: [...new Set(body.channels)],
      ack_minutes: body.ackMinutes,
      calendar_id: body.calendarId,
      repeats: level === lastLevel ? body.repeats : 0,
      version: version + 1,
    })
    .where('level', '=', level)
    .execute();
  tx.emit(levelSaved, {
    organizationId: null,
    subject: { kind: 'escalation-level', id: String(level) },
    data: { level },
  });
}

async function requireThere(
  tx: Tx,
  table: 'escalation.rotas' | 'support.calendars',
  id: string | null,
): Promise<void> {
  if (id === null) return;
  const there = await tx.db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
  if (!there) throw new Problem(unknownLink);
}
