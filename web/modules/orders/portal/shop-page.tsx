import type { Store } from '../../../../server/modules/catalog/contract.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useData } from '../../../kernel/query/use-data.ts';
import { Shelves } from '../parts/shelves.tsx';
import { useText } from '../text/index.ts';
import { Currencies } from './currencies.tsx';

/** The store for everybody. */
export function Page() {
  const { shop: words, store: also } = useText();
  const currency = useSearch().get('currency');
  const store = useData<Store>(withQuery('/api/catalog', { currency }));
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
      <Shelves
        store={store}
        to={({ slug }) => paths.shopProduct(slug, { currency: currency ?? undefined })}
      />
    </>
  );
}
