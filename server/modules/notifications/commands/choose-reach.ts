import type { Tx } from '../../../kernel/db/tx.ts';
import type { Channel, Reach } from '../../../kernel/messages.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { chooseChannel } from './choose-channel.ts';

/** Chooses how much of a topic somebody wants on one channel. */
export async function chooseReach(
  tx: Tx,
  person: Id<'person'>,
  { topic, channel, reach }: { topic: string; channel: Channel; reach: Reach },
): Promise<void> {
  if (reach === 'queues') {
    await tx.db
      .deleteFrom('notifications.reaches')
      .where('person_id', '=', person)
      .where('topic', '=', topic)
      .where('channel', '=', channel)
      .execute();
  } else if (reach !== 'none') {
    await tx.db
      .insertInto('notifications.reaches')
      .values({ person_id: person, topic, channel, reach })
      .onConflict((conflict) => conflict.columns(['person_id', 'topic', 'channel']).doUpdateSet({ reach }))
      .execute();
  }
  await chooseChannel(tx, person, { topic, channel, wanted: reach !== 'none' });
}
