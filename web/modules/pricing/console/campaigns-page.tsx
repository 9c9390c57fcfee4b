import type { CampaignItem } from '../../../../server/modules/pricing/contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { LinkButton } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { CampaignState, countMoves } from './campaign-state.tsx';

/** New prices that were announced, and those being prepared. */
export function Page() {
  const words = useText();
  const format = useFormat();
  const mayPrepare = useCan('pricing.campaigns.prepare');
  const list = useList<CampaignItem>('/api/console/pricing/campaigns', 'pricing.');
  const columns: Column<CampaignItem>[] = [
    { key: 'name', header: words.name, card: 'title', cell: (row) => row.name },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: (row) => <CampaignState state={row.state} />,
    },
    {
      key: 'progress',
      header: words.page.progress,
      card: 'rest',
      cell: ({ moves }) => {
        const { all, done } = countMoves(moves);
        return all === 0 ? '' : words.page.told(format.number(done), format.number(all));
      },
    },
    {
      key: 'from',
      header: words.from,
      card: 'when',
      cell: (row) => <Time value={row.effectiveOn} style="date" />,
    },
    { key: 'by', header: words.by, card: 'rest', cell: (row) => row.createdBy ?? '' },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        act={
          mayPrepare && (
            <LinkButton icon="plus" to={to.newPrices()} wide>
              {words.add}
            </LinkButton>
          )
        }
      />
      <ListTable
        list={list}
        empty={
          <EmptyState icon="tag" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => to.prices(row.id)}
        dense
      />
    </>
  );
}
