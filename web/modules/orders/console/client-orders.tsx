import type { StaffOrderItem } from '../../../../server/modules/orders/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { MoneyText } from '../../../ui/money.tsx';
import { RecordCard } from '../../../ui/record-card.tsx';
import { Time } from '../../../ui/time.tsx';
import { OrderState } from '../parts/order-state.tsx';
import { useText } from '../text/index.ts';

/** The latest orders of one client, on the client's page. */
export function Part({ organizationId }: { organizationId: string }) {
  const { list: words } = useText();
  const { data } = useSideData<Page<StaffOrderItem>>(
    `/api/console/orders?client=${organizationId}&limit=5`,
    'orders.',
  );
  const rows = data?.items.map((order) => ({
    id: order.id,
    to: consolePaths.order(order.id),
    title: order.number,
    detail: <Time value={order.placedAt} style="date" />,
    state: <OrderState order={order} />,
    figure: <MoneyText value={order.total} />,
  }));
  return <RecordCard title={words.consoleTitle} aside={null} none={words.empty} rows={rows} />;
}
