import type { Tx } from '../../kernel/db/tx.ts';
import { on } from '../../kernel/events/reactions.ts';
import { priceBegan, serviceCanceled, serviceChanged, serviceChangeScheduled } from '../services/events.ts';
import { lockMoves, writeMove } from './campaign.ts';
import { skip } from './commands/tell-client.ts';

export const reactions = [
  on(priceBegan, 'pricing.note-price-begun', async (tx, { subject, data }) => {
    const [move] = await lockMoves(tx, { service: subject.id });
    if (move?.id === data.moveId && move.state === 'agreed') await writeMove(tx, move, { state: 'applied' });
  }),
  on(serviceChanged, 'pricing.skip-changed-service', (tx, { subject }) => leave(tx, subject.id, 'changed')),
  on(serviceChangeScheduled, 'pricing.skip-service-that-changes', (tx, { subject }) =>
    leave(tx, subject.id, 'change_scheduled'),
  ),
  on(serviceCanceled, 'pricing.skip-ended-service', (tx, { subject }) => leave(tx, subject.id, 'ended')),
];

/** Who bought anew has the price of that day, and who left has none. */
async function leave(tx: Tx, service: string, why: string): Promise<void> {
  const [move] = await lockMoves(tx, { service });
  if (move) await skip(tx, move, why);
}
