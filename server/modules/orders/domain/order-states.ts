import { defineStates, unless, type Ability, type StateOf } from '../../../kernel/values/state-machine.ts';

/**
 * Where an order stands. One above its person's limit begins in `awaiting_approval`; one that did not need to be paid begins in `paid`. `failed` means that setting something up did not
 * work and staff are on it: it may still be fulfilled.
 */
export const orderStates = defineStates({
  awaiting_approval: ['pending_payment', 'paid', 'canceled'],
  pending_payment: ['paid', 'in_progress', 'fulfilled', 'failed', 'canceled'],
  paid: ['in_progress', 'fulfilled', 'failed', 'canceled'],
  in_progress: ['fulfilled', 'failed', 'canceled'],
  failed: ['in_progress', 'fulfilled', 'canceled'],
  fulfilled: [],
  canceled: [],
});
export type OrderState = StateOf<typeof orderStates>;

/** What becomes of one item. A service that was set up and breaks later is no longer the order's matter. */
export const itemStages = defineStates({
  waiting: ['setting_up', 'ready', 'failed'],
  setting_up: ['ready', 'failed'],
  failed: ['setting_up', 'ready'],
  ready: [],
});
export type ItemStage = StateOf<typeof itemStages>;

/** What is known of an order. `awaits`: nobody has approved it yet. `owes`: an invoice is open for it and nobody has let it go on before it is paid. */
export interface OrderFacts {
  awaits?: boolean;
  owes: boolean;
  canceled: boolean;
  items: readonly ItemStage[];
}

/** The state that follows from what is known, in whatever order it came to be known. */
export function stateOf({ awaits, owes, canceled, items }: OrderFacts): OrderState {
  if (canceled) return 'canceled';
  if (awaits) return 'awaiting_approval';
  if (owes) return 'pending_payment';
  if (items.every((stage) => stage === 'ready')) return 'fulfilled';
  if (items.includes('failed')) return 'failed';
  return items.every((stage) => stage === 'waiting') ? 'paid' : 'in_progress';
}

export type Why =
  | 'already_canceled'
  | 'already_fulfilled'
  | 'already_paid'
  | 'payment_pending'
  | 'not_waiting'
  | 'awaits_approval'
  | 'own_order'
  | 'your_role';

/** `paymentSeen`: some money has come, or may be on its way. */
interface Situation {
  state: OrderState;
  paymentSeen: boolean;
}

const over = (state: OrderState) => ({
  already_canceled: state === 'canceled',
  already_fulfilled: state === 'fulfilled',
});

/** A client cancels what nobody has paid for; the staff whatever is not finished. */
export function mayCancel(by: 'client' | 'staff', { state, paymentSeen }: Situation): Ability<Why> {
  if (by === 'staff') return unless(over(state));
  return unless({
    ...over(state),
    already_paid: state !== 'pending_payment' && state !== 'awaiting_approval',
    payment_pending: paymentSeen,
  });
}

export function mayPay({ state, paymentSeen }: Situation): Ability<Why> {
  return unless({
    ...over(state),
    awaits_approval: state === 'awaiting_approval',
    already_paid: state !== 'pending_payment',
    payment_pending: paymentSeen,
  });
}

/** Staff let an order go on although it is not paid. */
export function mayAccept({ state }: Situation): Ability<Why> {
  return unless({ ...over(state), not_waiting: state !== 'pending_payment' });
}

/** Whether somebody decides on an order that waits for it: never its own person. */
export function mayDecide(
  { state }: Pick<Situation, 'state'>,
  { approves, own }: { approves: boolean; own: boolean },
): Ability<Why> {
  return unless({
    ...over(state),
    not_waiting: state !== 'awaiting_approval',
    own_order: own,
    your_role: !approves,
  });
}
