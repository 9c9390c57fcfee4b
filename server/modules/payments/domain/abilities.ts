import type { Ability } from '../../../kernel/values/state-machine.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import type { PaymentStatus } from './attempt.ts';
import { isOpen, startMilliseconds } from './asking.ts';

interface Known {
  state: { status: PaymentStatus };
  startedAt: Date;
}

/** What may be done with an attempt. `check`: the gateway can tell more than we know. */
export function attemptAbilities({ state: { status }, startedAt }: Known, now: Date) {
  const isStarting = status === 'created' && now.getTime() - startedAt.getTime() < startMilliseconds;
  return {
    cancel: unless({
      already_paid: status === 'succeeded' || status === 'refunded',
      already_over: !isOpen(status),
      being_processed: status !== 'requires_action',
    }),
    check: unless({
      already_over: !isOpen(status) && status !== 'expired' && status !== 'canceled',
      just_started: isStarting,
    }),
  };
}

interface Owed {
  document: string;
  status: string;
  balance: bigint;
}

/** What may be done about what is owed on an invoice; `pay` is held against the same facts by the command. */
export function payAbility({ document, status, balance }: Owed): Ability {
  return unless({
    not_payable: document !== 'issued',
    already_paid: balance <= 0n,
    payment_pending: status === 'pending',
  });
}

interface Arrived {
  isTakenBack: boolean;
  /** All of it was given back, or is on its way. */
  isRefunded: boolean;
  byGateway: boolean;
  gatewayRefunds: boolean;
  /** Its bank is taking the money, or may: giving it back as well would lose it twice. */
  isDisputed: boolean;
}

/**
 * What staff may do with money that arrived: give it back, also the way it came (`refundThere`), or note that it went back by other ways.
 */
export function paymentAbilities({
  isTakenBack,
  isRefunded,
  isDisputed,
  byGateway,
  gatewayRefunds,
}: Arrived) {
  const over = { taken_back: isTakenBack, under_dispute: isDisputed, all_refunded: isRefunded };
  return {
    refund: unless(over),
    refundThere: unless({ ...over, not_by_gateway: !byGateway, method_not_refundable: !gatewayRefunds }),
    takeBack: unless({ ...over, by_gateway: byGateway && gatewayRefunds }),
  };
}
