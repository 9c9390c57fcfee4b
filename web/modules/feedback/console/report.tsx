import type { RatingReport } from '../../../../server/modules/feedback/contract.ts';
import { languageTag } from '../../../kernel/format/money.ts';
import { type Formats, useFormat } from '../../../kernel/format/use-format.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { Card, FigureCard } from '../../../ui/card.tsx';
import { Chip, Chips } from '../../../ui/chip.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { useDeskText } from '../text/desk.ts';

type Item = RatingReport['items'][number];
type Counted = Pick<Item, 'asked' | 'answered' | 'average' | 'satisfied'>;

const averageIn = (format: Formats, { average }: Counted) =>
  average === null ? '–' : format.number(average, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
const shareIn = (format: Formats, part: number, whole: number) =>
  whole === 0 ? '–' : format.percent(part / whole);

/** The last twelve months in three figures. */
export function Figures({ all }: { all: RatingReport['all'] }) {
  const words = useDeskText();
  const format = useFormat();
  return (
    <div className="mb-4 grid gap-3 sm:grid-cols-3">
      <FigureCard title={words.average} figure={averageIn(format, all)} context={words.averageOf} />
      <FigureCard
        title={words.satisfied}
        figure={shareIn(format, all.satisfied, all.answered)}
        context={words.satisfiedOf(all.satisfied, all.answered)}
      />
      <FigureCard
        title={words.response}
        figure={shareIn(format, all.answered, all.asked)}
        context={words.responseOf(all.answered, all.asked)}
      />
    </div>
  );
}

/** The same by month, queue or agent. */
export function ReportTable({ items }: { items: RatingReport['items'] }) {
  const words = useDeskText();
  const search = useSearch();
  const by = search.get('by') ?? 'month';
  const columns = useColumns(by);
  return (
    <>
      <Chips label={words.by} className="mb-2">
        {(['month', 'queue', 'agent'] as const).map((one) => (
          <Chip key={one} on={one === by} onPress={() => search.set({ by: one === 'month' ? null : one })}>
            {words.bys[one]}
          </Chip>
        ))}
      </Chips>
      {items.length > 0 && (
        <Card flush>
          <DataTable
            caption={words.by}
            rows={items}
            columns={columns}
            rowKey={({ key }) => key ?? ''}
            dense
          />
        </Card>
      )}
    </>
  );
}

function useColumns(by: string): Column<Item>[] {
  const words = useDeskText();
  const format = useFormat();
  const month = new Intl.DateTimeFormat(languageTag(format.locale), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const nameOf = ({ key, titles, name }: Item): string => {
    if (by === 'month' && key) return month.format(new Date(`${key}-01T00:00:00Z`));
    return (titles && format.words(titles)) ?? name ?? words.nobody;
  };
  const figure = (
    key: string,
    header: string,
    cell: (item: Item) => string,
    card: 'figure' | 'rest' | 'none' = 'rest',
  ): Column<Item> => ({
    key,
    header,
    card,
    align: 'end',
    cell: (item) => (
      <>
        {card === 'rest' && <span className="text-muted as-table:hidden">{header}: </span>}
        {cell(item)}
      </>
    ),
  });
  return [
    {
      key: 'name',
      header: words.bys[by === 'queue' || by === 'agent' ? by : 'month'],
      card: 'title',
      cell: nameOf,
    },
    figure('average', words.average, (item) => averageIn(format, item), 'figure'),
    figure('satisfied', words.satisfied, (item) => shareIn(format, item.satisfied, item.answered)),
    figure('response', words.response, (item) => shareIn(format, item.answered, item.asked)),
    figure('answered', words.answered, (item) => words.of(item.answered, item.asked), 'none'),
  ];
}
