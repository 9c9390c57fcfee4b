import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import { queueDefined } from '../events.ts';

/** Makes a queue (version 0) or changes one. Queues are not deleted: one that is not offered takes no tickets from clients. */
export async function defineQueue(
  tx: Tx,
  queue: {
    name: string;
    version: number;
    titles: { id: string; en: string };
    position: number;
    offered: boolean;
  },
): Promise<void> {
  const { name, version, position, offered } = queue;
  const values = { titles: JSON.stringify(queue.titles), position, offered };
  const written =
    version === 0
      ? await tx.db
          .insertInto('support.queues')
          .values({ name, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('name')
          .executeTakeFirst()
      : await tx.db
          .updateTable('support.queues')
          .set({ ...values, version: version + 1 })
          .where('name', '=', name)
          .where('version', '=', version)
          .returning('name')
          .executeTakeFirst();
  if (!written) throw new Problem(changedMeanwhile);
  tx.emit(queueDefined, { organizationId: null, subject: { kind: 'queue', id: name }, data: { offered } });
}
