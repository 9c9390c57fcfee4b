import type { Dashboard } from '../../../../server/modules/home/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import type { Text } from '../text/en.ts';
import { useText } from '../text/index.ts';
import { OverviewCard } from './overview-card.tsx';

type Services = NonNullable<Dashboard['services']>;
type Service = Services['latest'][number];
type State = keyof Text['state'];

const tones: Record<State, Tone> = {
  pending: 'info',
  trialing: 'info',
  active: 'good',
  past_due: 'attention',
  paused: 'neutral',
  cancel_scheduled: 'attention',
  ended: 'neutral',
  suspended: 'danger',
};

const stateOf = (service: Service) => (service.suspended ? 'suspended' : service.state) as State;

export function ServicesCard({ services }: { services: Services }) {
  const { services: words, state } = useText();
  const { to } = useOrganization();
  const format = useFormat();
  const none = services.latest.length === 0;
  // Those that need a look come first, so none of them is missed among the latest.
  const unpaid = services.latest.filter((service) => stateOf(service) === 'past_due').length;
  const notes = [
    services.suspended > 0 && words.suspended(services.suspended),
    unpaid > 0 && words.unpaid(unpaid),
    services.pending > 0 && words.pending(services.pending),
    services.ending > 0 && words.ending(services.ending),
  ].filter((note) => note !== false);

  function detailOf(service: Service): string {
    if (service.cancelOn) return words.ends(format.date(service.cancelOn));
    return service.paidThrough ? words.paidThrough(format.date(service.paidThrough)) : '';
  }

  return (
    <OverviewCard
      title={words.title}
      all={none ? null : { label: words.all, to: to.services() }}
      none={none}
      figure={none ? words.none : words.figure(services.active)}
      context={none ? '' : notes.join(' · ') || words.fine}
      rows={services.latest.slice(0, 3).map((service) => ({
        id: service.id,
        to: to.service(service.id),
        title: service.label || format.words(service.names),
        detail: detailOf(service) || (service.label && format.words(service.names)),
        aside: <StatusChip tone={tones[stateOf(service)]}>{state[stateOf(service)]}</StatusChip>,
      }))}
    >
      {none && <LinkButton to={to.store()}>{words.order}</LinkButton>}
    </OverviewCard>
  );
}
