import type { z } from 'zod';
import type { Rule, ruleList } from '../../../../server/modules/escalation/contract.ts';
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

/** When tickets are raised by themselves. */
export function Page() {
  const { rules: words, list, ticketsTitle, levelNames, ways } = useText();
  const { items } = useData<z.output<typeof ruleList>>('/api/console/escalation-rules', 'escalation.');
  const mayChange = useCan('escalation.rules.manage');
  const whenOf = useWhen();
  const columns: Column<Rule>[] = [
    {
      key: 'title',
      header: words.name,
      card: 'title',
      cell: ({ title }) => <span className="break-words">{title}</span>,
    },
    {
      key: 'when',
      header: words.when,
      card: 'rest',
      cell: (rule) => <span className="inline-block first-letter:uppercase">{whenOf(rule)}</span>,
    },
    {
      key: 'level',
      header: words.toLevel,
      card: 'rest',
      cell: ({ level, way }) => `${levelNames[String(level) as keyof typeof levelNames]} · ${ways[way]}`,
    },
    {
      key: 'last',
      header: words.lastFired,
      card: 'when',
      cell: ({ lastFiredAt }) =>
        lastFiredAt ? <Time value={lastFiredAt} /> : <span className="text-muted">{words.never}</span>,
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
  const add = mayChange && (
    <LinkButton icon="plus" wide to={to.newEscalationRule()}>
      {words.add}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[
          { label: ticketsTitle, to: to.tickets() },
          { label: list.title, to: to.escalations() },
        ]}
        act={add}
      />
      <Card flush>
        {items.length === 0 ? (
          <EmptyState icon="up" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        ) : (
          <DataTable
            caption={words.title}
            rows={items}
            columns={columns}
            rowKey={({ id }) => id}
            to={({ id }) => to.escalationRule(id)}
            dense
          />
        )}
      </Card>
    </>
  );
}

/** When a rule fires, in a few words. */
function useWhen(): (rule: Rule) => string {
  const { rules: words } = useText();
  const { summary, goals } = words;
  return ({ ageMinutes, goal, goalOffset, offsetIn, reopenings }) => {
    const offset = goalOffset ?? 0;
    const minutes = summary[offsetIn](Math.abs(offset));
    const parts = [
      ageMinutes !== null && summary.age(ageMinutes),
      goal && offset < 0 && summary.before(minutes, goals[goal]),
      goal && offset > 0 && summary.after(minutes, goals[goal]),
      goal && offset === 0 && summary.due(goals[goal]),
      reopenings !== null && summary.reopened(reopenings),
    ].filter(Boolean);
    return parts.length > 0 ? parts.join(' · ') : summary.atOnce;
  };
}
