import type { z } from 'zod';
import type { ruleList, TicketRule } from '../../../../server/modules/automation/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

const to = consolePaths;

/** What is done to tickets by itself. */
export function Page() {
  const { rules: words, ticketsTitle } = useText();
  const { items } = useData<z.output<typeof ruleList>>('/api/console/ticket-rules', 'automation.rule-');
  const mayChange = useCan('automation.rules.manage');
  const columns: Column<TicketRule>[] = [
    {
      key: 'title',
      header: words.name,
      card: 'title',
      cell: ({ title }) => <span className="break-words">{title}</span>,
    },
    { key: 'moment', header: words.moment, card: 'rest', cell: ({ moment }) => words.moments[moment] },
    {
      key: 'last',
      header: words.lastRun,
      card: 'when',
      cell: ({ lastRunAt }) =>
        lastRunAt ? <Time value={lastRunAt} /> : <span className="text-muted">{words.never}</span>,
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: ({ active }) => (
        <StatusChip tone={active ? 'good' : 'neutral'} icon={active ? 'play' : 'pause'}>
          {active ? words.on : words.off}
        </StatusChip>
      ),
    },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: ticketsTitle, to: to.tickets() }]}
        act={
          mayChange && (
            <LinkButton icon="plus" wide to={to.newTicketRule()}>
              {words.add}
            </LinkButton>
          )
        }
      />
      <Card flush>
        {items.length === 0 ? (
          <EmptyState icon="refresh" title={words.title}>
            {words.lead}
          </EmptyState>
        ) : (
          <DataTable
            caption={words.title}
            rows={items}
            columns={columns}
            rowKey={({ id }) => id}
            to={({ id }) => to.ticketRule(id)}
            dense
          />
        )}
      </Card>
    </>
  );
}
