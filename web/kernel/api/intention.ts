/**
 * Idempotency keys per intention: the same body keeps its key while no answer came, so that "try again" after a lost
 * connection can never pay twice; a changed body or a finished act gets a new one.
 */
export function createIntention(newKey: () => string = () => crypto.randomUUID()) {
  let pending: { body: string; key: string } | null = null;
  return {
    keyFor(body: unknown): string {
      const text = JSON.stringify(body) ?? '';
      if (pending?.body !== text) pending = { body: text, key: newKey() };
      return pending.key;
    },
    finish(): void {
      pending = null;
    },
  };
}
