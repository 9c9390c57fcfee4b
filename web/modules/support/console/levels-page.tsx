import type { ReactNode } from 'react';
import type { z } from 'zod';
import type {
  Calendar,
  calendarList,
  Policy,
  policyList,
} from '../../../../server/modules/support/sla-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useDeskLevels } from '../text/desk-levels.ts';
import { useText } from '../text/desk.ts';

const to = consolePaths;
const base = '/api/console/service-levels';

/** What is promised to whom, and the hours that it is counted by. */
export function Page() {
  const words = useDeskLevels();
  const { desk } = useText();
  const format = useFormat();
  const mayManage = useCan('support.sla.manage');
  const mayReadCredits = useCan('support.breach-credits.read');
  const policies = useData<z.output<typeof policyList>>(`${base}/policies`, 'support.policy-defined').items;
  const calendars = useData<z.output<typeof calendarList>>(
    `${base}/calendars`,
    'support.calendar-defined',
  ).items;
  const policyColumns: Column<Policy>[] = [
    { key: 'name', header: words.name, card: 'title', cell: ({ titles }) => format.words(titles) },
    {
      key: 'for',
      header: words.for,
      card: 'when',
      cell: ({ organizations }) => (
        <span className="text-muted">
          {organizations ? format.list(organizations.map(({ name }) => name)) : words.everybody}
        </span>
      ),
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: ({ active }) => (
        <StatusChip tone={active ? 'good' : 'neutral'} icon={active ? 'done' : 'pause'}>
          {active ? words.active : words.ended}
        </StatusChip>
      ),
    },
  ];
  const calendarColumns: Column<Calendar>[] = [
    { key: 'name', header: words.name, card: 'title', cell: ({ name }) => name },
    {
      key: 'zone',
      header: words.zone,
      card: 'when',
      cell: ({ zone }) => <span className="text-muted">{zone}</span>,
    },
    {
      key: 'holidays',
      header: words.calendar.holidays,
      card: 'state',
      cell: ({ holidays }) => words.holidays(holidays.length),
    },
  ];
  const add = (path: ReturnType<typeof to.slaPolicy>, label: string): ReactNode =>
    mayManage && (
      <LinkButton weight="secondary" icon="plus" to={path}>
        {label}
      </LinkButton>
    );
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: desk.title, to: to.tickets() }]}
        aside={
          <div className="flex flex-wrap gap-2">
            {mayReadCredits && (
              <LinkButton weight="secondary" to={to.slaCredits({ state: 'drafted' })}>
                {words.credits}
              </LinkButton>
            )}
            <LinkButton weight="secondary" to={to.slaReport()}>
              {words.report}
            </LinkButton>
          </div>
        }
      />
      <div className="flex flex-col gap-4">
        <Card
          flush
          title={words.policies}
          aside={calendars.length > 0 && add(to.slaPolicy('new'), words.addPolicy)}
        >
          {policies.length === 0 ? (
            <EmptyState icon="clock" title={words.noPolicies} small>
              {words.noPoliciesHint}
            </EmptyState>
          ) : (
            <DataTable
              caption={words.policies}
              rows={policies}
              columns={policyColumns}
              rowKey={({ id }) => id}
              to={mayManage ? ({ id }) => to.slaPolicy(id) : undefined}
            />
          )}
        </Card>
        <Card flush title={words.calendars} aside={add(to.slaCalendar('new'), words.addCalendar)}>
          {calendars.length === 0 ? (
            <EmptyState icon="clock" title={words.noCalendars} small>
              {words.noCalendarsHint}
            </EmptyState>
          ) : (
            <DataTable
              caption={words.calendars}
              rows={calendars}
              columns={calendarColumns}
              rowKey={({ id }) => id}
              to={mayManage ? ({ id }) => to.slaCalendar(id) : undefined}
            />
          )}
        </Card>
      </div>
    </div>
  );
}
