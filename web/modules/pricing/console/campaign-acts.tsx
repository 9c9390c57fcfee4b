import { useState } from 'react';
import type { PriceCampaign, PricePreview } from '../../../../server/modules/pricing/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useText } from '../text/index.ts';

/** What can be decided about a campaign: to announce it, to stop it for a while, to take it back. */
export function CampaignActs({
  campaign,
  preview,
  url,
}: {
  campaign: PriceCampaign;
  preview: PricePreview | null;
  url: string;
}) {
  const words = useText();
  const { page } = words;
  const format = useFormat();
  const [asking, setAsking] = useState<'approve' | 'withdraw' | null>(null);
  const close = () => setAsking(null);
  const done = {
    approve: page.approved,
    pause: page.paused,
    resume: page.resumed,
    withdraw: page.withdrawn,
  };
  const act = useAct(
    (which: keyof typeof done, key) =>
      api.post<PriceCampaign>(
        `${url}/${which}`,
        which === 'approve' ? { digest: preview?.digest } : undefined,
        key,
      ),
    {
      refresh: [url, '/api/console/pricing/campaigns'],
      done: (_, which) => {
        close();
        toast({ words: done[which] });
      },
    },
  );
  if (!useCan('pricing.campaigns.approve')) return null;
  const { can, effectiveOn } = campaign;
  const services = preview?.sums.reduce((sum, of) => sum + of.services, 0) ?? 0;
  const clients = preview?.sums.reduce((sum, of) => sum + of.clients, 0) ?? 0;
  return (
    <div className="flex flex-col gap-2">
      {can.approve === true && services > 0 && (
        <Button wide onClick={() => setAsking('approve')}>
          {page.approve}
        </Button>
      )}
      {can.pause === true && (
        <Button weight="secondary" icon="pause" wide busy={act.busy} onClick={() => void act.run('pause')}>
          {page.pause}
        </Button>
      )}
      {can.resume === true && (
        <Button icon="play" wide busy={act.busy} onClick={() => void act.run('resume')}>
          {page.resume}
        </Button>
      )}
      {can.withdraw === true && (
        <Button weight="secondary" wide onClick={() => setAsking('withdraw')}>
          {page.withdraw}
        </Button>
      )}
      <ConfirmDialog
        open={asking === 'approve'}
        onClose={close}
        title={page.approve}
        effect={page.approveEffect(words.clients(clients), format.date(effectiveOn))}
        verb={page.approveAct(words.services(services))}
        busy={act.busy}
        onConfirm={() => void act.run('approve')}
      />
      <ConfirmDialog
        open={asking === 'withdraw'}
        onClose={close}
        title={page.withdraw}
        effect={page.withdrawEffect}
        verb={page.withdraw}
        destructive
        busy={act.busy}
        onConfirm={() => void act.run('withdraw')}
      />
    </div>
  );
}
