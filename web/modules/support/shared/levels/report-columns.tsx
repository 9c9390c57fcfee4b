import type { OwnReport } from '../../../../../server/modules/support/sla-contract.ts';
import { languageTag } from '../../../../kernel/format/money.ts';
import { useFormat } from '../../../../kernel/format/use-format.ts';
import type { Locale } from '../../../../kernel/session/session.ts';
import type { Column } from '../../../../ui/data-table.tsx';
import { useListText } from '../../text/list.ts';

type Counted = Omit<OwnReport['items'][number], 'titles'>;

/** `month` as 'YYYY-MM'. */
const monthName = (month: string, locale: Locale) =>
  new Intl.DateTimeFormat(languageTag(locale), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** What a row of a report says, for clients and for staff. */
export function useReportColumns<Row extends Counted>(nameOf: (row: Row) => string): Column<Row>[] {
  const { report: words, goals } = useListText().levels;
  const format = useFormat();
  return [
    {
      key: 'goal',
      header: words.goal,
      card: 'title',
      cell: (row) => (
        <span>
          <span className="block font-medium">{goals[row.goal]}</span>
          <span className="block text-13 font-normal text-muted">{nameOf(row)}</span>
        </span>
      ),
    },
    { key: 'month', header: words.month, card: 'when', cell: ({ month }) => monthName(month, format.locale) },
    {
      key: 'share',
      header: words.share,
      card: 'figure',
      align: 'end',
      cell: ({ kept, late }) => (kept + late === 0 ? '–' : format.percent(kept / (kept + late))),
    },
    {
      key: 'kept',
      header: words.kept,
      card: 'rest',
      align: 'end',
      cell: ({ kept }) => (
        <>
          <span className="text-muted as-table:hidden">{words.kept}: </span>
          {format.number(kept)}
        </>
      ),
    },
    {
      key: 'late',
      header: words.late,
      card: 'state',
      align: 'end',
      cell: ({ late }) => (
        <span className={late > 0 ? 'font-medium text-danger' : ''}>
          <span className="as-table:hidden">{words.late}: </span>
          {format.number(late)}
        </span>
      ),
    },
    {
      key: 'running',
      header: words.running,
      card: 'none',
      align: 'end',
      cell: ({ running }) => format.number(running),
    },
    {
      key: 'took',
      header: words.took,
      card: 'none',
      align: 'end',
      cell: ({ minutes }) => {
        if (minutes === null) return '–';
        if (minutes < 60) return words.minutes(minutes);
        return words.hours(format.number(minutes / 60, { maximumFractionDigits: 1 }));
      },
    },
  ];
}
