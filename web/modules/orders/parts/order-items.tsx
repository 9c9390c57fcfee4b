import type { Order } from '../../../../server/modules/orders/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import type { Path } from '../../../kernel/paths.ts';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../text/index.ts';
import { Chosen } from './chosen.tsx';
import { ItemStage } from './order-state.tsx';

/** What was ordered, each with how far it is and the way to its service. */
export function OrderItems({
  order,
  toService,
}: {
  order: Pick<Order, 'items' | 'status' | 'currency'>;
  toService: ((id: string) => Path) | null;
}) {
  const { order: words, promotion } = useText();
  const format = useFormat();
  const over = order.status === 'canceled';
  return order.items.map((item) => (
    <Card
      key={item.serviceId}
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {item.quantity > 1 && words.quantity(item.quantity)} {format.words(item.names)}
          {!over && <ItemStage stage={item.stage} />}
        </span>
      }
      aside={
        toService &&
        !over &&
        item.stage !== 'waiting' && (
          <Link to={toService(item.serviceId)} className="whitespace-nowrap">
            {words.service}
          </Link>
        )
      }
    >
      <Chosen item={item} currency={order.currency} />
      {item.discounts.length > 0 && (
        <ul className="mt-2 border-t border-line pt-2 text-13 text-good">
          {item.discounts.map((each, index) => (
            <li key={index}>
              {promotion.off(
                each.setup
                  ? words.offSetup(format.words(each.names))
                  : words.offFirst(format.words(each.names)),
                format.money({ amount: each.amount, currency: order.currency }),
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  ));
}
