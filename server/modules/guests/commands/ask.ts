import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { Asked } from '../contract.ts';
import { confirmMessage } from '../messages.ts';
import { guestRules } from '../settings.ts';
import { keepRequest } from './keep-request.ts';

/** Keeps a message until its address is proven. Errors: `too_many_requests`. */
export async function ask(tx: Tx, asked: Asked, from: string): Promise<void> {
  const { value: rules } = await readSetting(tx.db, guestRules);
  await keepRequest(tx, from, {
    kind: 'message',
    asked,
    perNetwork: rules.messagesPerNetwork,
    message: confirmMessage,
  });
}
