import type { UpcomingRenewal } from '../../../../server/modules/billing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Path } from '../../../kernel/paths.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

/** What is going to be invoiced, soonest first; `clients` names whose it is, for staff. */
export function RenewalsTable({
  url,
  to,
  clients,
  documentUrl,
}: {
  url: string;
  to?: (renewal: UpcomingRenewal) => Path;
  clients?: boolean;
  /** The API address of the pro-forma of a service's next period. */
  documentUrl?: (serviceId: string) => string;
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
    ...(documentUrl
      ? [
          {
            key: 'document',
            header: words.document,
            card: 'rest' as const,
            cell: ({ serviceId, names }: UpcomingRenewal) => (
              // Above the link that covers the row.
              <a
                href={`${documentUrl(serviceId)}?lang=${format.locale}`}
                download
                aria-label={words.proFormaOf(format.words(names))}
                className="relative z-1"
              >
                {words.proForma}
              </a>
            ),
          },
        ]
      : []),
  ];
  return (
    <ListTable
      list={list}
      empty={
        <EmptyState icon="calendar" title={words.empty}>
          {words.emptyHint}
        </EmptyState>
      }
      caption={words.title}
      columns={columns}
      rowKey={(renewal) => renewal.serviceId}
      dense={clients}
      {...(to ? { to } : {})}
    />
  );
}
