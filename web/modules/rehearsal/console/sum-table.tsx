import type { RehearsalSums } from '../../../../server/modules/rehearsal/contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSearch } from '../../../kernel/pages/search.ts';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { useText } from '../text/desk.ts';
import { monthName } from './month-name.ts';
import { Totals, countOf } from './rehearsal-parts.tsx';

type Row = RehearsalSums['items'][number];

/** Month by month what is billed, what comes in and who is put on hold; a month opens into its days. */
export function SumTable({ rehearsal, sums }: { rehearsal: string; sums: RehearsalSums }) {
  const words = useText();
  const format = useFormat();
  const month = useSearch().get('month');
  const counted = (key: string, header: string, of: Parameters<typeof countOf>[1]): Column<Row> => ({
    key,
    header,
    card: 'rest',
    align: 'end',
    cell: (row) => (
      <>
        <span className="text-muted as-table:hidden">{header}: </span>
        {format.number(countOf(row.sums, of))}
      </>
    ),
  });
  const columns: Column<Row>[] = [
    {
      key: 'on',
      header: month ? words.day : words.month,
      card: 'title',
      cell: ({ on }) => (month ? format.date(on) : monthName(on, format.locale)),
    },
    {
      key: 'billed',
      header: words.billed,
      card: 'figure',
      align: 'end',
      cell: (row) => <Totals sums={row.sums} of={['invoice', 'late_fee', 'leaving_fee']} />,
    },
    {
      key: 'paid',
      header: words.paid,
      card: 'rest',
      align: 'end',
      cell: (row) => <Totals sums={row.sums} of={['charge', 'payment']} />,
    },
    counted('declines', words.declines, 'decline'),
    counted('holds', words.holds, 'suspend'),
    counted('ends', words.ends, 'terminate'),
  ];
  return (
    <Card
      flush
      className="mb-4"
      title={month ? words.byDay(monthName(month, format.locale)) : words.byMonth}
      aside={month && <Link to={to.rehearsal(rehearsal)}>{words.allMonths}</Link>}
    >
      <DataTable
        caption={words.byMonth}
        rows={sums.items}
        columns={columns}
        rowKey={({ on }) => on}
        {...(!month && { to: ({ on }: Row) => to.rehearsal(rehearsal, { month: on }) })}
      />
    </Card>
  );
}
