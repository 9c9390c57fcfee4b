import type { Store } from '../../../../server/modules/catalog/contract.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Shelves } from '../parts/shelves.tsx';
import { useText } from '../text/index.ts';

export function Page() {
  const { store: words } = useText();
  const { api, to } = useOrganization();
  const store = useData<Store>(`${api}/store`);
  const mayOrder = useCan('orders.place');
  return (
    <>
      <PageHeader title={words.title} lead={mayOrder ? words.lead : words.readOnly} />
      {store.groups.length === 0 && (
        <EmptyState
          icon="cart"
          title={words.empty}
          act={<LinkButton to={to.newTicket()}>{words.ask}</LinkButton>}
        >
          {words.emptyHint}
        </EmptyState>
      )}
      <Shelves store={store} to={({ slug, soldOut }) => (mayOrder && !soldOut ? to.product(slug) : null)} />
    </>
  );
}
