import { defineStates } from '../../../kernel/values/state-machine.ts';
import type { StateOf } from '../../../kernel/values/state-machine.ts';

/**
 * A refund. `to_approve` waits for a second member of staff; `asked` is about to be sent to the gateway, which has `unknown` done or
 * not; `to_pay` is transferred by hand. `failed` and `rejected` give the money back to the client's credit.
 */
export const refundStates = defineStates({
  to_approve: ['asked', 'to_pay', 'rejected'],
  asked: ['unknown', 'processing', 'done', 'failed'],
  unknown: ['processing', 'done', 'failed'],
  processing: ['done', 'failed'],
  to_pay: ['done', 'rejected'],
  done: [],
  failed: [],
  rejected: [],
});
export type RefundState = StateOf<typeof refundStates>;

/** In these the gateway may still have something to say. */
export const withGateway = ['asked', 'unknown', 'processing'] as const satisfies readonly RefundState[];

const told = { processing: 'processing', succeeded: 'done', failed: 'failed' } as const;

/** What a refund becomes by what the gateway tells of it; null when that is known or overtaken, so order and repetition do not matter. */
export function afterNews(state: RefundState, status: keyof typeof told): RefundState | null {
  const next = told[status];
  const isAsked = (withGateway as readonly RefundState[]).includes(state);
  return isAsked && refundStates.canMove(state, next) ? next : null;
}

/** Whether a refund of `amount` needs a second member of staff: any that is sent by hand, and above what one may do alone. */
export function needsApproval(
  { way, amount, currency }: { way: 'gateway' | 'transfer'; amount: bigint; currency: string },
  alone: Readonly<Record<string, number>>,
): boolean {
  return way === 'transfer' || amount > BigInt(alone[currency] ?? 0);
}
