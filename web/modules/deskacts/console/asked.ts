import type { ClientPanel } from '../../../../server/modules/deskacts/contract.ts';
import { createStore } from '../../../kernel/store.ts';

export type Service = NonNullable<ClientPanel['services']>[number];
export type Invoice = NonNullable<ClientPanel['invoices']>[number];

/** What is being done beside the ticket; without a thing it is chosen in the dialog. */
export type Asked =
  | { act: 'send'; id: string | null }
  | { act: 'hold'; id: string | null }
  | { act: 'resume'; id: string | null }
  | { act: 'give' };

/** Asked by a button of the panel or from the palette. */
export const asked = createStore<Asked | null>(null);
/** The acts that the panel on screen offers. */
export const offered = createStore<readonly Asked['act'][]>([]);
