import type { Invoice } from '../../../../server/modules/billing/contract.ts';
import { dateIn } from '../../../kernel/format/dates.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { type Happening, Timeline } from '../../../ui/timeline.tsx';
import { useText } from '../text/index.ts';

type Told = Pick<
  Invoice,
  'allocations' | 'creditNotes' | 'receipts' | 'steps' | 'issuedAt' | 'overdueSince' | 'paidAt' | 'lines'
>;

/** What happened to an invoice, newest first, in plain words. */
export function InvoiceHistory({ invoice }: { invoice: Told }) {
  const { invoice: words } = useText();
  const format = useFormat();
  // Steps against services are taken silently where there are none.
  const heldServices = invoice.lines.some((line) => line.serviceId !== null);
  const items: Happening[] = [
    ...invoice.steps
      // Tries to charge stand among the payments, and fees on an invoice of their own.
      .flatMap(({ kind, days, at }): Happening[] =>
        kind === 'retry' || kind === 'late_fee' || (!heldServices && kind !== 'reminder' && kind !== 'notice')
          ? []
          : [
              {
                id: `${kind}${days}`,
                words: words.steps[kind],
                at,
                icon: kind === 'reminder' || kind === 'notice' ? 'mail' : 'pause',
                tone: kind === 'reminder' ? 'neutral' : 'attention',
              },
            ],
      ),
    ...invoice.receipts.map((receipt): Happening => ({
      id: receipt.id,
      words: words.received(format.money(receipt.amount), receipt.method),
      at: receipt.receivedAt,
      icon: 'wallet',
      tone: 'good',
    })),
    ...invoice.creditNotes.map((note): Happening => ({
      id: note.id,
      words: words.tookBack(format.money(note.total)),
      at: note.issuedOn,
      icon: 'history',
    })),
    ...invoice.allocations
      .filter((one) => one.receiptId === null)
      .map((one): Happening => ({
        id: one.id,
        words: words.creditTook(format.money(one.amount)),
        at: one.at,
        icon: 'wallet',
      })),
  ];
  if (invoice.overdueSince)
    items.push({
      id: 'overdue',
      words: words.becameOverdue,
      at: invoice.overdueSince,
      tone: 'danger',
      icon: 'danger',
    });
  if (invoice.paidAt)
    items.push({ id: 'paid', words: words.becamePaid, at: invoice.paidAt, tone: 'good', icon: 'done' });
  items.push({ id: 'issued', words: words.issued, at: invoice.issuedAt, icon: 'billing' });
  // A day without a time began before everything that happened on it.
  const order = ({ at }: Happening) =>
    at.length === 10 ? at : `${dateIn(format.timeZone, new Date(at))} ${at}`;
  const sorted = items.toSorted((a, b) => order(b).localeCompare(order(a)));
  return (
    <Card title={words.history} className="no-print">
      <Timeline items={sorted} />
    </Card>
  );
}
