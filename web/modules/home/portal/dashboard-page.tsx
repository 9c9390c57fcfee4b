import { Suspense } from 'react';
import type { Dashboard } from '../../../../server/modules/home/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import { Slot, useSlot } from '../../../kernel/slots.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { CardSkeleton } from '../../../ui/skeletons.tsx';
import { useText } from '../text/index.ts';
import { CardGrid, type GridCard } from './card-grid.tsx';
import { MoneyCard } from './money-card.tsx';
import { Needs, useNeeds } from './needs.tsx';
import { Onboarding } from './onboarding.tsx';
import { QuickActs } from './quick-acts.tsx';
import { ServicesCard } from './services-card.tsx';
import { TicketsCard } from './tickets-card.tsx';

/** The overview: what needs the person now, then money, services and support, then what other modules add. */
export function Page() {
  const { greeting, activity: activityLabel } = useText();
  const { api } = useOrganization();
  const dashboard = useData<Dashboard>(`${api}/dashboard`, [
    'billing.',
    'services.',
    'support.',
    'organizations.',
  ]);
  const { onboarding } = dashboard;
  // Whoever has paid for something knows the way; what is left of the first steps then stands below.
  const isNew = onboarding !== null && !onboarding.paid;
  const needs = useNeeds(dashboard);
  const calm = isNew ? greeting.begin : greeting.calm;
  const lead = needs.length > 0 ? greeting.some(needs.length) : calm;
  const added = useSlot('dashboard.cards');
  const activity = useSlot('dashboard.activity');
  const cards: GridCard[] = [
    ...(dashboard.money ? [{ id: 'money', card: <MoneyCard money={dashboard.money} /> }] : []),
    ...(dashboard.services ? [{ id: 'services', card: <ServicesCard services={dashboard.services} /> }] : []),
    { id: 'tickets', card: <TicketsCard tickets={dashboard.tickets} /> },
    ...added.map(({ id, Part }) => ({
      id,
      card: (
        <Suspense fallback={<CardSkeleton />}>
          <Part />
        </Suspense>
      ),
    })),
  ];
  return (
    <>
      <PageHeader title={useGreeting()} lead={lead} />
      <Needs needs={needs} />
      {isNew ? <Onboarding steps={onboarding} /> : <QuickActs />}
      <CardGrid cards={cards} />
      {onboarding && !isNew && <Onboarding steps={onboarding} />}
      {activity.length > 0 && (
        <section aria-label={activityLabel} className="mt-6">
          <Slot name="dashboard.activity" with={{}} />
        </section>
      )}
    </>
  );
}

function useGreeting(): string {
  const { greeting } = useText();
  const format = useFormat();
  const { name } = usePerson();
  const hour = Number(format.time(new Date().toISOString()).slice(0, 2));
  const [first = name] = name.split(' ');
  if (hour >= 4 && hour < 11) return greeting.morning(first);
  return hour >= 11 && hour < 18 ? greeting.day(first) : greeting.evening(first);
}
