import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { preferencesChanged } from '../events.ts';

/** Wants or refuses a topic on one channel. */
export async function chooseChannel(
  tx: Tx,
  person: Id<'person'>,
  { topic, channel, wanted }: { topic: string; channel: 'email' | 'in_app'; wanted: boolean },
): Promise<void> {
  const row = { person_id: person, topic, channel };
  if (wanted) {
    await tx.db
      .deleteFrom('notifications.refusals')
      .where('person_id', '=', person)
      .where('topic', '=', topic)
      .where('channel', '=', channel)
      .execute();
  } else {
    await tx.db
      .insertInto('notifications.refusals')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  tx.emit(preferencesChanged, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { topic, channel, wanted },
  });
}
