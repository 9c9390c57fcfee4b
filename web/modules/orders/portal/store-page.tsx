import type { Store } from '../../../../server/modules/catalog/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

type Product = Store['groups'][number]['products'][number];

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
                <ProductCard key={product.id} product={product} currency={store.currency} open={mayOrder} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function ProductCard({ product, currency, open }: { product: Product; currency: string; open: boolean }) {
  const { store: words, per } = useText();
  const { to } = useOrganization();
  const format = useFormat();
  const { from } = product;
  const name = format.words(product.name);
  const linked = open && !product.soldOut;
  return (
    <li
      className={classes(
        'relative flex flex-col rounded border border-line bg-surface p-4 sm:p-5',
        linked && 'transition-colors hover:border-accent-ring',
      )}
    >
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-16">
          {linked ? (
            <Link
              to={to.product(product.slug)}
              className="text-ink no-underline outline-offset-2 after:absolute after:inset-0"
            >
              {name}
            </Link>
          ) : (
            name
          )}
        </h3>
        {product.trialDays > 0 && !product.soldOut && (
          <StatusChip tone="good" icon="star">
            {words.trial(product.trialDays)}
          </StatusChip>
        )}
        {product.existingClientsOnly && (
          <StatusChip tone="info" icon="tag">
            {words.forClients}
          </StatusChip>
        )}
        {product.soldOut && (
          <StatusChip tone="neutral" icon="box">
            {words.soldOut}
          </StatusChip>
        )}
      </div>
      <p className="mt-1 line-clamp-3 text-body text-pretty text-muted">
        {format.words(product.description)}
      </p>
      <p className="mt-auto pt-4 text-body text-muted">
        {words.from}{' '}
        <span className="text-20 font-bold text-ink tabular-nums">
          {format.money({ amount: from.recurring, currency })}
        </span>{' '}
        {per[from.cycle]}
      </p>
    </li>
  );
}
