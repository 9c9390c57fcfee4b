import type { OfferItem } from '../../../../server/modules/offers/contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useOfferColumns } from '../shared/offer-columns.tsx';
import { useText } from '../text/index.ts';

const states = ['sent', 'accepted', 'declined', 'expired'] as const;

export function Page() {
  const words = useText();
  const { api, to } = useOrganization();
  const asked = useFiltered(`${api}/offers`, ['state', 'q']);
  const list = useList<OfferItem>(asked.url, 'offers.');
  const columns = useOfferColumns<OfferItem>({
    key: 'sent',
    header: words.sentOn,
    card: 'rest',
    cell: (row) => row.sentAt && <Time value={row.sentAt} />,
  });
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <ListFilters
        search={words.search}
        name="state"
        label={words.filter}
        choices={states.map((value) => ({ value, label: words.states[value] }))}
      />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="document" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => to.offer(row.id)}
      />
    </>
  );
}
