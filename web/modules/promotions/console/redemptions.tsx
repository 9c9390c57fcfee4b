import type { RedemptionItem } from '../../../../server/modules/promotions/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import type { useList } from '../../../kernel/query/use-list.ts';
import { Card } from '../../../ui/card.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

/** Who used a promotion, for which order, and what became of it. */
export function Redemptions({ list }: { list: ReturnType<typeof useList<RedemptionItem>> }) {
  const words = useText();
  return (
    <Card title={words.redemptions} flush>
      <ListBody
        list={list}
        empty={
          <EmptyState icon="star" title={words.noRedemptions}>
            {words.noRedemptionsHint}
          </EmptyState>
        }
      >
        <ul className="divide-y divide-line text-body">
          {list.items.map((row) => (
            <li
              key={row.id}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 px-4 py-3 sm:px-5"
            >
              <span className="min-w-0">
                <Link to={consolePaths.client(row.client.id)} className="font-medium">
                  {row.client.name}
                </Link>
                <span className="block text-13 text-muted">
                  <Time value={row.at} />
                  {row.code && ` · ${row.code}`}
                  {row.returnedAt && ` · ${words.returned}`}
                </span>
              </span>
              <span className="text-end">
                <MoneyText value={row.discount} />
                <span className="block text-13">
                  <Link to={consolePaths.order(row.orderId)}>{words.order}</Link>
                  {row.invoice && (
                    <>
                      {' · '}
                      <Link to={consolePaths.invoice(row.invoice.id)}>
                        {row.invoice.number ?? words.invoice}
                      </Link>
                    </>
                  )}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </ListBody>
    </Card>
  );
}
