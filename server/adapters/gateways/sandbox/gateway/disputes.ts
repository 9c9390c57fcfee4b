import { createHash } from 'node:crypto';
import type { Act, Change } from './change.ts';
import type { DisputeRecord, Payment } from './records.ts';

/** Days that the bank waits for an answer, and seconds until it decides about one. */
const answerDays = 10;
const reviewSeconds = 60;
/** What a dispute costs the merchant, won or lost, by currency in minor units. */
const fees: Record<string, bigint> = { IDR: 150_000n, USD: 1_500n };

/** The payer goes to the bank: for all or half of the payment, or the bank only asks. */
export function openDispute(id: string, kind: 'all' | 'half' | 'ask'): Act {
  return (payment, now) => {
    if (payment.status !== 'succeeded' || payment.paidWith?.method !== 'card') return undefined;
    if (disputesOf(payment).some(isOpen)) return undefined;
    const left = BigInt(payment.amount) - BigInt(payment.refunded) - takenBy(payment);
    const amount = kind === 'half' ? left / 2n : left;
    if (amount <= 0n) return undefined;
    const asked: DisputeRecord = {
      id,
      status: 'inquiry',
      statusAt: now.toISOString(),
      amount: String(amount),
      withdrawn: '0',
      returned: '0',
      fee: '0',
      reason: 'fraudulent',
      code: '4837',
      respondBy: new Date(now.getTime() + answerDays * 24 * 3_600_000).toISOString(),
    };
    return kept(payment, kind === 'ask' ? asked : taken(payment, asked, now));
  };
}

/** What the bank does next with a dispute that is open. `more`: what it left of the payment is disputed too. */
export type BankAct = 'escalate' | 'more' | 'win' | 'lose' | 'close';

export function bankActs(id: string, act: BankAct): Act {
  return (payment, now) => {
    const dispute = disputesOf(payment).find((one) => one.id === id);
    if (!dispute || !isOpen(dispute)) return undefined;
    const isAsked = dispute.status === 'inquiry';
    if (act === 'close') return isAsked ? kept(payment, reached(dispute, 'warning_closed', now)) : undefined;
    if (act === 'escalate') return isAsked ? kept(payment, taken(payment, dispute, now)) : undefined;
    if (isAsked) return undefined;
    if (act === 'win') return kept(payment, { ...reached(dispute, 'won', now), returned: dispute.withdrawn });
    if (act === 'lose') return kept(payment, reached(dispute, 'lost', now));
    const rest = BigInt(payment.amount) - BigInt(payment.refunded) - takenBy(payment);
    if (rest <= 0n) return undefined;
    const amount = String(BigInt(dispute.amount) + rest);
    return kept(payment, { ...reached(dispute, 'needs_response', now), amount, withdrawn: amount });
  };
}

/** The merchant's answer. An inquiry that is answered ends; about the rest the bank decides in a while. */
export function submitEvidence(id: string, key: string, statement: string, file: Buffer): Act {
  return (payment, now) => {
    const dispute = disputesOf(payment).find((one) => one.id === id);
    if (!dispute || dispute.evidence?.key === key || !isOpen(dispute)) return undefined;
    const evidence = { key, statement, sha256: createHash('sha256').update(file).digest('hex') };
    if (dispute.status === 'inquiry')
      return kept(payment, { ...reached(dispute, 'warning_closed', now), evidence });
    const decidesAt = new Date(now.getTime() + reviewSeconds * 1000).toISOString();
    return kept(payment, { ...reached(dispute, 'under_review', now), evidence, decidesAt });
  };
}

export function acceptDispute(id: string): Act {
  return (payment, now) => {
    const dispute = disputesOf(payment).find((one) => one.id === id);
    if (!dispute || !isOpen(dispute)) return undefined;
    const taking = dispute.status === 'inquiry' ? taken(payment, dispute, now) : dispute;
    return kept(payment, reached(taking, 'accepted', now));
  };
}

/** Where the merchant has answered the bank gives in; where it never did, the payer wins. */
export const decideDispute: Act = (payment, now) => {
  const due = disputesOf(payment).find((one) => {
    const at = decisionAt(one);
    return at !== undefined && new Date(at) <= now;
  });
  if (!due) return undefined;
  const at = new Date(decisionAt(due)!);
  if (due.status === 'under_review')
    return kept(payment, { ...reached(due, 'won', at), returned: due.withdrawn });
  return kept(payment, reached(due, due.status === 'inquiry' ? 'warning_closed' : 'lost', at));
};

/** When time decides about a dispute. */
export function decisionAt(dispute: DisputeRecord): string | undefined {
  if (!isOpen(dispute)) return undefined;
  return dispute.status === 'under_review' ? dispute.decidesAt : dispute.respondBy;
}

export const disputesOf = (payment: Payment): readonly DisputeRecord[] => payment.disputes ?? [];

export function isOpen({ status }: DisputeRecord): boolean {
  return status === 'inquiry' || status === 'needs_response' || status === 'under_review';
}

/** What banks hold of the payment. */
export function takenBy(payment: Payment): bigint {
  return disputesOf(payment).reduce((sum, one) => sum + BigInt(one.withdrawn) - BigInt(one.returned), 0n);
}

function taken({ currency }: Payment, dispute: DisputeRecord, now: Date): DisputeRecord {
  const fee = String(fees[currency] ?? 0n);
  return { ...reached(dispute, 'needs_response', now), withdrawn: dispute.amount, fee };
}

function reached(dispute: DisputeRecord, status: DisputeRecord['status'], now: Date): DisputeRecord {
  return { ...dispute, status, statusAt: now.toISOString() };
}

function kept(payment: Payment, dispute: DisputeRecord): Change {
  const others = disputesOf(payment).filter(({ id }) => id !== dispute.id);
  return {
    payment: { ...payment, disputes: [...others, dispute] },
    tell: 'webhook',
    dispute,
  };
}
