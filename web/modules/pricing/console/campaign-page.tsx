import { useState } from 'react';
import type { PriceCampaign, PricePreview } from '../../../../server/modules/pricing/contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useData, useSideData } from '../../../kernel/query/use-data.ts';
import { LinkButton, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { CampaignActs } from './campaign-acts.tsx';
import { CampaignFacts } from './campaign-facts.tsx';
import { CampaignMoves } from './campaign-moves.tsx';
import { CampaignPreview } from './campaign-preview.tsx';
import { CampaignProgress } from './campaign-progress.tsx';
import { CampaignState } from './campaign-state.tsx';
import { Sums } from './sums.tsx';

/** One campaign: what it would come to before it is approved, and where everybody stands after. */
export function Page({ campaignId }: { campaignId: string }) {
  const { page: words, preview: of } = useText();
  const url = `/api/console/pricing/campaigns/${campaignId}`;
  const campaign = useData<PriceCampaign>(url, 'pricing.');
  const draft = campaign.state === 'draft';
  const { data: preview } = useSideData<PricePreview>(draft ? `${url}/preview` : null, 'pricing.');
  const [only, setOnly] = useState<'undelivered' | null>(null);
  return (
    <>
      <PageHeader
        title={campaign.name}
        crumbs={[{ label: words.all, to: to.allPrices() }]}
        state={<CampaignState state={campaign.state} />}
        aside={
          <>
            {campaign.can.change === true && (
              <LinkButton weight="secondary" to={to.changePrices(campaign.id)}>
                {words.change}
              </LinkButton>
            )}
            <a href={`${url}/file`} download className={buttonClass('secondary', false)}>
              <Icon name="download" size={18} />
              {of.file}
            </a>
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {draft ? (
            preview && <CampaignPreview preview={preview} />
          ) : (
            <>
              <CampaignProgress campaign={campaign} only={only} onOnly={setOnly} />
              <CampaignMoves key={only} url={url} only={only} />
            </>
          )}
        </div>
        {/* On phones before the list, which may be long: what it comes to, and the next act. */}
        <div className="flex min-w-0 flex-col gap-4 max-lg:order-first">
          <Card title={of.month}>
            <Sums sums={draft ? (preview?.sums ?? []) : campaign.sums} />
          </Card>
          <CampaignActs campaign={campaign} preview={preview ?? null} url={url} />
          <CampaignFacts campaign={campaign} />
        </div>
      </div>
    </>
  );
}
