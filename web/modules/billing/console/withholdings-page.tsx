import type { Withholding } from '../../../../server/modules/billing/tax-contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useList } from '../../../kernel/query/use-list.ts';
import { Chips, chipClass } from '../../../ui/chip.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { WithholdingState } from '../shared/withheld-items.tsx';
import { useDeskText } from '../text/desk.ts';
import { useTaxText } from '../text/tax.ts';

const states = ['missing', 'submitted', 'awaiting', 'proven', 'reopened'] as const;

export function Page() {
  const desk = useDeskText();
  const { desk: words, withholding } = useTaxText();
  const now = useSearch().get('state') ?? 'missing';
  const asked = useFiltered('/api/console/withholdings', ['state']);
  const list = useList<Withholding>(asked.url, 'billing.');
  const columns: Column<Withholding>[] = [
    { key: 'client', header: words.client, card: 'title', cell: ({ client }) => client.name },
    { key: 'invoice', header: words.invoice, card: 'rest', cell: ({ invoice }) => invoice.number ?? '…' },
    { key: 'kind', header: words.kind, card: 'rest', cell: ({ kind }) => withholding.kinds[kind] },
    {
      key: 'due',
      header: words.due,
      card: 'when',
      cell: ({ slipDueOn, reminders }) => (
        <>
          <Time value={slipDueOn} style="date" />
          {reminders > 0 && <span className="block text-13 text-muted">{words.reminded(reminders)}</span>}
        </>
      ),
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: ({ state }) => <WithholdingState state={state} />,
    },
    {
      key: 'amount',
      header: words.amount,
      card: 'figure',
      align: 'end',
      cell: ({ amount }) => <MoneyText value={amount} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: desk.title, to: consolePaths.invoices() }]}
      />
      <Chips label={words.state} className="mb-3">
        {states.map((state) => (
          <Link
            key={state}
            to={consolePaths.withholdings(state === 'missing' ? {} : { state })}
            className={chipClass(now === state)}
            aria-current={now === state ? 'true' : undefined}
          >
            {words.filters[state]}
          </Link>
        ))}
      </Chips>
      <ListTable
        list={list}
        caption={words.title}
        columns={columns}
        rowKey={({ id }) => id}
        to={({ invoice }) => consolePaths.invoice(invoice.id)}
        asked={asked}
        empty={
          <EmptyState icon="document" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
      />
    </>
  );
}
