import type { Card, Delivery, Payment } from '../gateway/records.ts';
import { dueAt, type SandboxStore, type Writing } from '../gateway/store.ts';

/** Forgets everything when the process ends. Records are copied in and out, as a database would. */
export function memoryStore(): SandboxStore {
  const payments = new Map<string, Payment>();
  const cards = new Map<string, Card>();
  const deliveries = new Map<string, Delivery>();

  function write(writing: Writing): void {
    payments.set(writing.payment.id, structuredClone(writing.payment));
    if (writing.card) cards.set(writing.card.token, structuredClone(writing.card));
    for (const delivery of writing.deliveries) deliveries.set(delivery.id, structuredClone(delivery));
  }

  const find = (wanted: (payment: Payment) => boolean) =>
    structuredClone([...payments.values()].find(wanted));

  return {
    async insertPayment(writing) {
      const kept = find(({ idempotencyKey }) => idempotencyKey === writing.payment.idempotencyKey);
      if (kept) return kept;
      write(writing);
      return structuredClone(writing.payment);
    },
    payment: async (id) => structuredClone(payments.get(id)),
    paymentWithKey: async (key) => find(({ idempotencyKey }) => idempotencyKey === key),
    paymentOfAttempt: async (attemptId) => find((payment) => payment.attemptId === attemptId),
    async changePayment(id, decide) {
      const payment = payments.get(id);
      const writing = payment && decide(structuredClone(payment));
      if (writing) write(writing);
      return structuredClone(payments.get(id));
    },
    paymentsDue: async (now) =>
      [...payments.values()].filter((payment) => isDue(dueAt(payment), now)).map(({ id }) => id),
    card: async (token) => structuredClone(cards.get(token)),
    async putCard(card, news) {
      cards.set(card.token, structuredClone(card));
      for (const delivery of news) deliveries.set(delivery.id, structuredClone(delivery));
    },
    deliveriesDue: async (now) =>
      [...deliveries.values()]
        .filter(({ state, dueAt: due }) => state === 'waiting' && isDue(due, now))
        .slice(0, 100)
        .map((delivery) => structuredClone(delivery)),
    async putDelivery(delivery) {
      deliveries.set(delivery.id, structuredClone(delivery));
    },
  };
}

function isDue(time: string | undefined, now: Date): boolean {
  return time !== undefined && new Date(time) <= now;
}
