import type { CatalogTree } from '../../../../server/modules/catalog/contract.ts';
import type { PriceCampaign } from '../../../../server/modules/pricing/contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { CampaignForm } from './campaign-form.tsx';
import { valuesOf } from './campaign-values.ts';

export function Page({ campaignId }: { campaignId: string }) {
  const words = useText();
  const tree = useData<CatalogTree>('/api/console/catalog');
  const campaign = useData<PriceCampaign>(`/api/console/pricing/campaigns/${campaignId}`, 'pricing.');
  return (
    <>
      <PageHeader
        title={words.page.change}
        crumbs={[
          { label: words.page.all, to: to.allPrices() },
          { label: campaign.name, to: to.prices(campaign.id) },
        ]}
      />
      <CampaignForm
        key={campaign.version}
        tree={tree}
        initial={valuesOf(campaign, campaign.selection.plans[0]?.productId ?? '')}
        campaign={campaign}
      />
    </>
  );
}
