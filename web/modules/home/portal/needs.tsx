import type { Dashboard } from '../../../../server/modules/home/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Path } from '../../../kernel/paths.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Banner } from '../../../ui/banner.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { useText } from '../text/index.ts';

interface Need {
  id: string;
  tone: 'danger' | 'attention' | 'info';
  title: string;
  hint?: string;
  act: { label: string; to: Path };
}

/** At most three things that wait for this person, each with the one act that settles it; most urgent first. */
export function useNeeds({ money, services, tickets }: Dashboard): Need[] {
  const { needs: words } = useText();
  const { to } = useOrganization();
  const format = useFormat();
  const overdue = (money?.currencies ?? [])
    .filter((one) => one.overdueCount > 0)
    .map(({ currency, overdueCount, overdue: amount }): Need => {
      const sum = format.money({ amount, currency });
      const only =
        overdueCount === 1 ? money?.due.find((invoice) => invoice.balance.currency === currency) : undefined;
      return {
        id: `overdue-${currency}`,
        tone: 'danger',
        title: words.overdue(overdueCount, sum),
        hint: words.overdueHint,
        act: only
          ? { label: words.pay(sum), to: to.pay(only.id) }
          : { label: words.seeOverdue, to: to.invoices({ status: 'overdue' }) },
      };
    });
  const suspended: Need | false = Boolean(services?.suspended) && {
    id: 'suspended',
    tone: 'attention',
    title: words.suspended(services!.suspended),
    hint: words.suspendedHint,
    act: { label: words.seeServices, to: to.services({ status: 'suspended' }) },
  };
  const waiting = tickets.latest.filter((ticket) => ticket.status === 'waiting_customer');
  const reply: Need | false = tickets.waitingForYou > 0 && {
    id: 'reply',
    tone: 'info',
    title: words.reply(tickets.waitingForYou),
    hint: waiting[0]?.subject,
    act: { label: words.answer, to: waiting.length === 1 ? to.ticket(waiting[0]!.id) : to.tickets() },
  };
  return [...overdue, suspended, reply].filter((need) => need !== false).slice(0, 3);
}

export function Needs({ needs }: { needs: readonly Need[] }) {
  const { needs: words } = useText();
  return (
    <section aria-label={words.label} className="mb-6 flex flex-col gap-2 empty:hidden">
      {needs.map((need) => (
        <Banner
          key={need.id}
          tone={need.tone}
          title={need.title}
          act={
            <LinkButton to={need.act.to} weight={need.tone === 'danger' ? 'primary' : 'secondary'}>
              {need.act.label}
            </LinkButton>
          }
        >
          {need.hint}
        </Banner>
      ))}
    </section>
  );
}
