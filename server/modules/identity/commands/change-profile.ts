import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { profilePatch } from '../contract.ts';
import { profileChanged } from '../events.ts';

/** Changes what a person says about themselves, if nobody did so since `version`. */
export async function changeProfile(
  tx: Tx,
  person: Id<'person'>,
  version: number,
  change: z.output<typeof profilePatch>,
): Promise<void> {
  const { timeZone, dateStyle, ...same } = change;
  const changed = await tx.db
    .updateTable('identity.people')
    .set({
      ...same,
      ...(timeZone === undefined ? {} : { time_zone: timeZone }),
      ...(dateStyle === undefined ? {} : { date_style: dateStyle }),
      version: version + 1,
    })
    .where('id', '=', person)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new Problem(changedMeanwhile);
  tx.emit(profileChanged, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { fields: Object.keys(change) },
  });
}
