import type { Affected, PriceCampaign } from '../../../../server/modules/pricing/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { ListTable } from '../../../ui/list-table.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { useText } from '../text/index.ts';
import { useAffectedColumns } from './affected-table.tsx';

/** Every service of a campaign and where it stands. */
export function CampaignMoves({ url, only }: { url: string; only: 'undelivered' | null }) {
  const { page: words } = useText();
  const mayDecide = useCan('pricing.campaigns.approve');
  const list = useList<Affected>(`${url}/services${only ? `?state=${only}` : ''}`, 'pricing.');
  const columns = useAffectedColumns(true, (row) =>
    mayDecide && row.state === 'undelivered' ? <Decide row={row} url={url} /> : null,
  );
  return (
    <ListTable list={list} caption={words.services} columns={columns} rowKey={(row) => row.serviceId} dense />
  );
}

/** What to do about a notice that did not arrive. */
function Decide({ row, url }: { row: Affected; url: string }) {
  const { page: words } = useText();
  const done = { resend: words.resent, deliver: words.delivered, leave: words.left };
  const decide = useAct(
    (act: keyof typeof done, key) =>
      api.post<PriceCampaign>(`${url}/services/${row.id}/${act}`, undefined, key),
    { refresh: [url], done: (_, act) => toast({ words: done[act] }) },
  );
  const acts = [
    { act: 'resend', icon: 'mail', label: words.resend },
    { act: 'deliver', icon: 'check', label: words.deliver },
    { act: 'leave', icon: 'close', label: words.leave },
  ] as const;
  return (
    <MoreMenu
      label={`${words.more}: ${row.client.name}`}
      groups={[
        acts.map(({ act, icon, label }) => {
          const may = row.can?.[act] ?? true;
          return {
            label,
            icon,
            run: () => void decide.run(act),
            reason: may === true ? null : reasonWords(may.no),
          };
        }),
      ]}
    />
  );
}
