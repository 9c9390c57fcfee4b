import type { StaffInvoiceItem } from '../../../../server/modules/billing/contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { LinkButton } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { NarrowedTo } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useInvoiceColumns } from '../shared/invoice-columns.tsx';
import { InvoiceFilters } from '../shared/invoice-filters.tsx';
import { useDeskText } from '../text/desk.ts';
import { useNoteText } from '../text/notes.ts';
import { Ageing } from './ageing.tsx';
import { StaffInvoiceState } from './staff-invoice-state.tsx';

const to = consolePaths;

export function Page() {
  const words = useDeskText();
  const { creditNote } = useNoteText();
  const text = useKernelText();
  const client = useSearch().get('client');
  // In the order of the address template in pages.ts.
  const asked = useFiltered(
    '/api/console/invoices',
    ['status', 'q', 'client', 'from', 'to', 'min', 'max'],
    ['client'],
  );
  const list = useList<StaffInvoiceItem>(asked.url, 'billing.');
  const [invoice, ...rest] = useInvoiceColumns<StaffInvoiceItem>().map((column) =>
    column.key === 'state'
      ? { ...column, cell: (row: StaffInvoiceItem) => <StaffInvoiceState invoice={row} /> }
      : column,
  );
  const columns: Column<StaffInvoiceItem>[] = [
    invoice!,
    { key: 'client', header: words.client, card: 'rest', cell: (row) => row.client.name },
    ...rest,
  ];
  const mayWrite = useCan('billing.invoices.manage');
  const maySet = useCan('billing.settings.manage');
  return (
    <>
      <PageHeader
        title={words.title}
        act={
          mayWrite && (
            <LinkButton icon="plus" wide to={to.newInvoice(client ? { client } : {})}>
              {words.create}
            </LinkButton>
          )
        }
        aside={
          <MoreMenu
            label={text.moreActions}
            groups={[
              [
                { label: words.renewals, icon: 'calendar', to: to.renewals() },
                { label: words.runs, icon: 'bolt', to: to.billingRuns() },
                { label: words.withheld, icon: 'document', to: to.withholdings() },
                { label: words.contests, icon: 'question', to: to.contests({ state: 'open' }) },
                { label: creditNote.plural, icon: 'history', to: to.creditNotes(client ? { client } : {}) },
              ],
              maySet
                ? [
                    { label: words.settings, icon: 'settings', to: to.billingSettings() },
                    { label: words.taxes, icon: 'settings', to: to.taxes() },
                  ]
                : [],
            ]}
          />
        }
      />
      {!client && <Ageing />}
      <InvoiceFilters currency={list.items[0]?.total.currency ?? 'IDR'} />
      <NarrowedTo names={['client']} back={words.allClients}>
        {list.items[0] && words.onlyClient(list.items[0].client.name)}
      </NarrowedTo>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="billing" title={words.empty}>
            {client ? words.emptyClient : words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => to.invoice(row.id)}
        dense
      />
    </>
  );
}
