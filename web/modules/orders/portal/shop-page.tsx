import type { Store } from '../../../../server/modules/catalog/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useData } from '../../../kernel/query/use-data.ts';
import { ProductCard } from '../parts/product-card.tsx';
import { useText } from '../text/index.ts';
import { Currencies } from './currencies.tsx';

/** The store for everybody. */
export function Page() {
  const { shop: words, store: also } = useText();
  const currency = useSearch().get('currency');
  const store = useData<Store>(withQuery('/api/catalog', { currency }));
  const format = useFormat();
  useHead({ title: words.title, description: words.lead });
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={
          <Currencies
            all={store.currencies}
            now={store.currency}
            to={(one) => paths.shop({ currency: one })}
          />
        }
      />
      {store.groups.length === 0 && (
        <EmptyState icon="cart" title={also.empty}>
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
                  to={paths.shopProduct(product.slug, { currency: currency ?? undefined })}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
