import type { Collection } from '../../../../server/modules/billing/dunning-contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Card } from '../../../ui/card.tsx';
import { useCollectionsText } from '../text/desk-collections.ts';
import { InvoicePromises } from './invoice-promises.tsx';

/** On an open invoice in the console: what comes next to get it paid, and what keeps that from happening. */
export function Part({ invoiceId }: { invoiceId: string }) {
  const words = useCollectionsText();
  const format = useFormat();
  const { data } = useSideData<Collection>(`/api/console/invoices/${invoiceId}/collection`, 'billing.');
  if (!data?.open) return null;
  const { next, timeline, heldSince, fees } = data.open;
  return (
    <Card title={words.collection} className="no-print">
      {heldSince !== null && (
        <div className="mb-3">
          <Banner tone="attention" title={words.heldTitle}>
            {words.heldHint}
          </Banner>
        </div>
      )}
      <p className="text-body">
        {next ? words.next(words.kinds[next.kind], format.date(next.on), next.at) : words.nothingNext}
      </p>
      <p className="text-13 text-muted">{words.follows(timeline.name, words.version(timeline.version))}</p>
      {fees.length > 0 && (
        <ul className="mt-3 border-t border-line pt-3 text-body">
          {fees.map((fee) => (
            <li key={fee.id}>
              {words.fees.charged(format.money(fee.total))}{' '}
              <Link to={consolePaths.invoice(fee.id)}>{fee.number ?? words.fees.unnumbered}</Link>
            </li>
          ))}
        </ul>
      )}
      <InvoicePromises invoiceId={invoiceId} />
    </Card>
  );
}
