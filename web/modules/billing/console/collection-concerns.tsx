import type { CollectionConcerns } from '../../../../server/modules/billing/dunning-contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { useCollectionsText } from '../text/desk-collections.ts';

/** On the first page of the console: what in collections waits for a person. */
export function Part() {
  const { title, concerns: words } = useCollectionsText();
  const format = useFormat();
  const { data } = useSideData<CollectionConcerns>('/api/console/collection-concerns', 'billing.');
  return (
    <Card title={title}>
      {data?.items.length === 0 && <p className="text-body text-muted">{words.none}</p>}
      <ul className="divide-y divide-line text-body">
        {data?.items.map((item) => (
          <li key={`${item.why} ${item.invoiceId} ${item.day}`} className="py-2 first:pt-0 last:pb-0">
            <p>{words.why[item.why](format.money(item.amount), format.date(item.day))}</p>
            <p className="text-13 text-muted">
              <Link to={consolePaths.invoice(item.invoiceId)}>{item.number ?? words.unnumbered}</Link>
              {` · ${item.client.name}`}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
