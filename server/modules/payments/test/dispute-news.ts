import type { DisputeState } from '../domain/dispute.ts';

export interface Told {
  state: DisputeState;
  amount?: number;
  withdrawn?: number;
  returned?: number;
}

/** News of one dispute as its gateway would tell it, in the order in which it happened. */
export function newsOf(
  now: Date,
  payment: { attemptId: string; reference: string },
  name: string,
  all: readonly Told[],
): string[] {
  const start = now.getTime();
  return all.map(({ state, amount = 100_000, withdrawn = 0, returned = 0 }, index) =>
    JSON.stringify({
      id: `evt_${name}_${index}`,
      type: 'dispute',
      createdAt: new Date(start).toISOString(),
      dispute: {
        id: `${payment.reference}.${name}`,
        payment: payment.reference,
        attemptId: payment.attemptId,
        currency: 'IDR',
        amount: String(amount),
        withdrawn: String(withdrawn),
        returned: String(returned),
        fee: withdrawn > 0 ? '150000' : '0',
        status: state,
        statusAt: new Date(start + index * 60_000).toISOString(),
        respondBy: new Date(start + 10 * 24 * 3_600_000).toISOString(),
        reason: 'not_received',
        code: '4855',
      },
    }),
  );
}

/** All orders of some things. */
export function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) =>
    permutations(items.filter((_, index) => index !== at)).map((rest) => [item, ...rest]),
  );
}
