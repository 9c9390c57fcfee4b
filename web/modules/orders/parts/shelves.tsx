import type { Store } from '../../../../server/modules/catalog/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Path } from '../../../kernel/paths.ts';
import { ProductCard } from './product-card.tsx';

type Product = Store['groups'][number]['products'][number];

/** The groups of a store with their products; `to` is where a product leads, null where it cannot be ordered. */
export function Shelves({ store, to }: { store: Store; to: (product: Product) => Path | null }) {
  const format = useFormat();
  return (
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
              <ProductCard key={product.id} product={product} currency={store.currency} to={to(product)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
