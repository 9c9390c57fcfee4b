import type { StaffInvoiceItem } from '../../../../server/modules/billing/contract.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useList } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState, NoResult } from '../../../ui/states.tsx';
import { useInvoiceColumns } from '../shared/invoice-columns.tsx';
import { InvoiceFilters, filterNames } from '../shared/invoice-filters.tsx';
import { useFiltered } from '../shared/use-filtered.ts';
import { useText } from '../text/index.ts';
import { Ageing } from './ageing.tsx';

const { console: to } = paths;

export function Page() {
  const { desk: words } = useText();
  const text = useKernelText();
  const search = useSearch();
  const client = search.get('client');
  // In the order of the address template in pages.ts.
  const asked = useFiltered('/api/console/invoices', ['status', 'q', 'client', 'from', 'to', 'min', 'max']);
  const list = useList<StaffInvoiceItem>(asked.url, 'billing.');
  const [invoice, ...rest] = useInvoiceColumns<StaffInvoiceItem>();
  const columns: Column<StaffInvoiceItem>[] = [
    invoice!,
    { key: 'client', header: words.client, card: 'rest', cell: (row) => row.client.name },
    ...rest,
  ];
  const mayWrite = useCan('billing.invoices.manage');
  const maySet = useCan('billing.settings.manage');
  const narrowed = filterNames.some((name) => search.get(name));
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
              [{ label: words.renewals, icon: 'calendar', to: to.renewals() }],
              maySet ? [{ label: words.settings, icon: 'settings', to: to.billingSettings() }] : [],
            ]}
          />
        }
      />
      {!client && <Ageing />}
      <InvoiceFilters currency={list.items[0]?.total.currency ?? 'IDR'} />
      {client && (
        <div className="mb-3 flex flex-wrap items-center gap-2 text-body">
          {list.items[0] && (
            <span className="font-medium">{words.onlyClient(list.items[0].client.name)}</span>
          )}
          <Button weight="quiet" icon="close" onClick={() => search.set({ client: null })}>
            {words.allClients}
          </Button>
        </div>
      )}
      <Card flush>
        <ListBody
          list={list}
          empty={
            narrowed ? (
              <NoResult query={asked.query} onClear={() => goTo(to.invoices(client ? { client } : {}))} />
            ) : (
              <EmptyState icon="billing" title={words.empty}>
                {client ? words.emptyClient : words.emptyHint}
              </EmptyState>
            )
          }
        >
          <DataTable
            caption={words.title}
            rows={list.items}
            columns={columns}
            rowKey={(row) => row.id}
            to={(row) => to.invoice(row.id)}
            busy={list.busy}
            dense
          />
        </ListBody>
      </Card>
    </>
  );
}
