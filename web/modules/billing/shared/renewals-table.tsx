import type { UpcomingRenewal } from '../../../../server/modules/billing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Path } from '../../../kernel/paths.ts';
import { useList } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

/** What is going to be invoiced, soonest first; `clients` names whose it is, for staff. */
export function RenewalsTable({
  url,
  to,
  clients,
}: {
  url: string;
  to?: (renewal: UpcomingRenewal) => Path;
  clients?: boolean;
}) {
  const { renewals: words } = useText();
  const format = useFormat();
  const list = useList<UpcomingRenewal>(url, ['billing.', 'services.']);
  const columns: Column<UpcomingRenewal>[] = [
    {
      key: 'service',
      header: words.service,
      card: 'title',
      cell: ({ names, client }) => (
        <span className="block min-w-0">
          <span className="block font-medium break-words">{format.words(names)}</span>
          {clients && <span className="block text-13 font-normal text-muted">{client.name}</span>}
        </span>
      ),
    },
    {
      key: 'invoiceOn',
      header: words.invoiceOn,
      card: 'when',
      cell: ({ invoiceOn }) => <Time value={invoiceOn} />,
    },
    {
      key: 'from',
      header: words.from,
      card: 'none',
      cell: ({ from }) => <Time value={from} style="date" />,
    },
    {
      key: 'amount',
      header: words.amount,
      card: 'figure',
      align: 'end',
      cell: ({ amount }) => (
        <>
          <MoneyText value={amount} />
          <span className="block text-13 font-normal text-muted">{words.beforeTax}</span>
        </>
      ),
    },
  ];
  return (
    <Card flush>
      <ListBody
        list={list}
        empty={
          <EmptyState icon="calendar" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
      >
        <DataTable
          caption={words.title}
          rows={list.items}
          columns={columns}
          rowKey={(renewal) => renewal.serviceId}
          busy={list.busy}
          dense={clients}
          {...(to ? { to } : {})}
        />
      </ListBody>
    </Card>
  );
}
