import type { Store } from '../../../../server/modules/catalog/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { ProductCard } from '../parts/product-card.tsx';
import { useText } from '../text/index.ts';

export function Page() {
  const { store: words } = useText();
  const { api, to } = useOrganization();
  const store = useData<Store>(`${api}/store`);
  const format = useFormat();
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
      <div className="flex flex-col gap-10">
        {store.groups.map((group) => (
          <section key={group.id} aria-labelledby={`group-${group.slug}`}>
            <h2 id={`group-${group.slug}`} className="text-20">
              {format.words(group.name)}
            </h2>
            {format.words(group.description) && (
              <p className="mt-1 max-w-[70ch] text-body text-muted">{format.words(group.description)}</p>
            )}
            <ul className="mt-4 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
              {group.products.map((product) => (
                <ProductCard
                  key={product.id}
                  product={product}
                  currency={store.currency}
                  to={mayOrder && !product.soldOut ? to.product(product.slug) : null}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
