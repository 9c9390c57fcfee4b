import type { SecurityEvent } from '../../../../server/modules/audit/contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

const signs = ['access', 'guess', 'forged', 'replayed', 'origin', 'rate', 'input'] as const;

/** What was refused, for whoever keeps watch. */
export function Page() {
  const { security: words, key } = useText();
  // In the order of the address template in pages.ts.
  const asked = useFiltered('/api/console/security-events', ['sign', 'q']);
  const list = useList<SecurityEvent>(asked.url);
  const columns: Column<SecurityEvent>[] = [
    {
      key: 'what',
      header: words.sign,
      card: 'title',
      cell: ({ sign, code, route }) => (
        <span className="min-w-0">
          <span className="block font-medium">{words.signs[sign]}</span>
          <code className="block text-12 font-normal break-all text-muted">
            {code} · {route}
          </code>
        </span>
      ),
    },
    {
      key: 'who',
      header: words.who,
      card: 'rest',
      cell: ({ caller, organization }) => (
        <span className="min-w-0">
          <span className="block [overflow-wrap:anywhere]">
            {caller.kind === 'key' ? key(caller.name ?? '') : (caller.name ?? words.nobody)}
          </span>
          {organization && <span className="block text-13 text-muted">{organization.name}</span>}
        </span>
      ),
    },
    {
      key: 'from',
      header: words.from,
      card: 'state',
      cell: ({ address }) => <span className="text-13 break-all">{address || words.many}</span>,
    },
    { key: 'times', header: words.times, card: 'figure', align: 'end', cell: ({ count }) => `${count}×` },
    {
      key: 'last',
      header: words.last,
      card: 'when',
      cell: ({ lastAt }) => (
        <span className="whitespace-nowrap">
          <Time value={lastAt} style="dateTime" />
        </span>
      ),
    },
  ];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <ListFilters
        search={words.search}
        name="sign"
        label={words.sign}
        choices={signs.map((value) => ({ value, label: words.short[value] }))}
      />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="shield" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={({ id }) => id}
        dense
      />
    </>
  );
}
