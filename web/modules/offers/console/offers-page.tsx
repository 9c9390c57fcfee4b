import type { Pipeline, StaffOfferItem } from '../../../../server/modules/offers/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { ListFilters, NarrowedTo } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useOfferColumns } from '../shared/offer-columns.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/index.ts';

const states = ['draft', 'sent', 'accepted', 'declined', 'expired', 'withdrawn'] as const;

export function Page() {
  const words = useText();
  const desk = useDeskText();
  const asked = useFiltered('/api/console/offers', ['state', 'q', 'client'], ['client']);
  const list = useList<StaffOfferItem>(asked.url, 'offers.');
  const mayWrite = useCan('offers.write');
  const maySet = useCan('kernel.settings.manage');
  const text = useKernelText();
  const columns = useOfferColumns<StaffOfferItem>({
    key: 'whom',
    header: desk.whom,
    card: 'rest',
    cell: (row) =>
      row.client?.name ?? (
        <>
          {row.prospect?.name} <span className="text-muted">· {desk.isNew}</span>
        </>
      ),
  });
  return (
    <>
      <PageHeader
        title={words.title}
        lead={desk.lead}
        aside={
          maySet && (
            <MoreMenu
              label={text.moreActions}
              groups={[[{ label: desk.rules.title, icon: 'settings', to: consolePaths.offerRules() }]]}
            />
          )
        }
        act={
          mayWrite && (
            <LinkButton icon="plus" wide to={consolePaths.newOffer()}>
              {desk.add}
            </LinkButton>
          )
        }
      />
      <Sums />
      <ListFilters
        search={desk.search}
        name="state"
        label={words.filter}
        choices={states.map((value) => ({ value, label: words.states[value] }))}
      />
      <NarrowedTo names={['client']} back={desk.allClients}>
        {list.items[0]?.client && desk.onlyClient(list.items[0].client.name)}
      </NarrowedTo>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="document" title={words.empty}>
            {desk.emptyHint}
          </EmptyState>
        }
        dense
        caption={words.title}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => consolePaths.offer(row.id)}
      />
    </>
  );
}

/** What lies in each state. */
function Sums() {
  const { states: names } = useText();
  const { pipeline } = useDeskText();
  const { sums } = useData<Pipeline>('/api/console/offers/pipeline', 'offers.');
  if (sums.length === 0) return null;
  const shown = states.filter((state) => sums.some((sum) => sum.state === state));
  return (
    <dl className="mb-4 grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {shown.map((state) => (
        <div key={state} className="rounded border border-line bg-surface p-3">
          <dt className="text-13 text-muted">{names[state]}</dt>
          {sums
            .filter((sum) => sum.state === state)
            .map(({ total, count }) => (
              <dd key={total.currency}>
                <span className="block text-16 font-bold">
                  <MoneyText value={total} />
                </span>
                <span className="text-13 text-muted">{pipeline(count)}</span>
              </dd>
            ))}
        </div>
      ))}
    </dl>
  );
}
