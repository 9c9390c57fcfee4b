import type { PaymentStatus } from './attempt.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Statuses in which an attempt may still take money; an invoice has at most one such attempt. */
export const openStatuses = ['created', 'unknown', 'requires_action', 'processing', 'authorized'] as const;

export function isOpen(status: PaymentStatus): boolean {
  return (openStatuses as readonly PaymentStatus[]).includes(status);
}

/** Longer than any call to a gateway lasts: an attempt that is still only created after it has lost its caller. */
export const startMilliseconds = 30_000;

/** Banks take money for what has expired, and webhooks get lost: asked at these times after the end, and then no more. */
const afterTheEnd = [hour, 24 * hour, 3 * 24 * hour];

export interface Asking {
  status: PaymentStatus;
  /** When the status was reached. */
  statusAt: Date;
  expiresAt: Date;
  /** How often the gateway was asked since then. */
  asked: number;
}

/**
 * When to ask the gateway about an attempt by ourselves, in case its webhook is lost; null for never again. An unknown outcome is
 * asked about for ever, ever more rarely.
 */
export function nextAsk({ status, statusAt, expiresAt, asked }: Asking, now: Date): Date | null {
  const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
  switch (status) {
    case 'created':
      return later(2 * minute);
    case 'unknown':
    case 'processing':
    case 'authorized':
      return later(growing(minute, asked));
    case 'requires_action': {
      const end = expiresAt.getTime() + minute;
      const next = later(growing(5 * minute, asked));
      return end > now.getTime() && end < next.getTime() ? new Date(end) : next;
    }
    case 'expired':
    case 'canceled': {
      const times = afterTheEnd.map((wait) => statusAt.getTime() + wait);
      const next = times.find((time) => time > now.getTime());
      return next === undefined ? null : new Date(next);
    }
    case 'failed':
    case 'succeeded':
    case 'refunded':
      return null;
  }
}

/** Doubles with every question, up to an hour. */
function growing(first: number, asked: number): number {
  return Math.min(first * 2 ** Math.min(asked, 10), hour);
}
