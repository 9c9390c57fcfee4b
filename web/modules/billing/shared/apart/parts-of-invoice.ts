import type { Invoice } from '../../../../../server/modules/billing/contract.ts';

export type Parts = Pick<Invoice, 'kind' | 'status' | 'lines' | 'paid'>;

/** The services of an invoice of which something is asked, each with its first line; none where they cannot be told apart any more. */
export function partsToBillApart({ kind, status, lines, paid }: Parts) {
  if (kind !== 'renewal' || status !== 'due' || paid.amount > 0) return [];
  const open = lines.filter((line) => line.net.amount === 0 || line.net.amount !== line.takenBack.amount);
  const parts = new Map<string, Invoice['lines'][number]>();
  for (const line of open) if (line.serviceId && !parts.has(line.serviceId)) parts.set(line.serviceId, line);
  return parts.size > 1 ? [...parts.values()] : [];
}
