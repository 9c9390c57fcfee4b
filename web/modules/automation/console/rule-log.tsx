import type { RuleRun } from '../../../../server/modules/automation/contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { useDone } from './use-done.ts';

const unfiltered = { filtered: false, query: null, clear: () => {} };

/** What a rule did, the latest first. */
export function RuleLog({ rule }: { rule: string }) {
  const { rules: words } = useText();
  const list = useList<RuleRun>(`/api/console/ticket-rules/${rule}/runs`, 'automation.rule-ran');
  const doneOf = useDone();
  const columns: Column<RuleRun>[] = [
    {
      key: 'ticket',
      header: words.ticket,
      card: 'title',
      cell: ({ ticket }) =>
        ticket ? (
          <Link to={consolePaths.ticket(ticket.id)}>
            #{ticket.number} {ticket.subject}
          </Link>
        ) : (
          words.gone
        ),
    },
    {
      key: 'did',
      header: words.did,
      card: 'rest',
      cell: ({ acts, problem, depth }) => (
        <>
          {problem === null ? (
            doneOf(acts).join(' · ')
          ) : (
            <span className="text-danger">{reasonWords(problem)}</span>
          )}
          {depth > 0 && <span className="block text-13 text-muted">{words.followed(depth)}</span>}
        </>
      ),
    },
    { key: 'when', header: words.when, card: 'when', cell: ({ ranAt }) => <Time value={ranAt} /> },
  ];
  return (
    <section className="mt-8" aria-labelledby="rule-log">
      <h2 id="rule-log" className="mb-3 text-16 font-bold">
        {words.log}
      </h2>
      <ListTable
        list={list}
        asked={unfiltered}
        empty={
          <EmptyState small icon="history" title={words.logEmpty}>
            {words.lead}
          </EmptyState>
        }
        caption={words.log}
        columns={columns}
        rowKey={({ id }) => id}
        dense
      />
    </section>
  );
}
