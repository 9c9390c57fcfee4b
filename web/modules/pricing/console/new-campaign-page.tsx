import type { CatalogTree } from '../../../../server/modules/catalog/contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { CampaignForm } from './campaign-form.tsx';
import { emptyValues } from './campaign-values.ts';

export function Page() {
  const words = useText();
  const tree = useData<CatalogTree>('/api/console/catalog');
  const product = useSearch().get('product') ?? '';
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      <PageHeader title={words.add} crumbs={[{ label: words.page.all, to: to.allPrices() }]} />
      <CampaignForm tree={tree} initial={emptyValues(words, today, product)} campaign={null} />
    </>
  );
}
