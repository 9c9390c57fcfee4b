import type { ServiceItem } from '../../../../server/modules/services/contract.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import type { Text } from '../text/en.ts';
import { useText } from '../text/index.ts';

type Shown = keyof Text['states'];

const looks: Record<Shown, { tone: Tone; icon?: IconName }> = {
  pending: { tone: 'info', icon: 'wallet' },
  trialing: { tone: 'info', icon: 'star' },
  active: { tone: 'good' },
  running: { tone: 'good' },
  setting_up: { tone: 'info', icon: 'bolt' },
  changing: { tone: 'info', icon: 'refresh' },
  attention: { tone: 'attention' },
  past_due: { tone: 'attention' },
  paused: { tone: 'neutral', icon: 'pause' },
  suspended: { tone: 'danger', icon: 'pause' },
  canceling: { tone: 'attention', icon: 'clock' },
  ended: { tone: 'neutral', icon: 'close' },
};

type Stateful = Pick<ServiceItem, 'state' | 'suspendedFor' | 'technicalState'>;

/** The one word for a service that has many states: what its client would say first. */
function shownState({ state, suspendedFor, technicalState }: Stateful): Shown {
  if (state === 'ended' || state === 'pending') return state;
  if (suspendedFor.length > 0) return 'suspended';
  if (technicalState === 'attention' || technicalState === 'setting_up') return technicalState;
  if (state === 'cancel_scheduled') return 'canceling';
  if (state !== 'active') return state;
  if (technicalState === 'changing') return technicalState;
  return technicalState === 'running' ? 'running' : 'active';
}

/** `desk`: in the words of those who are on it themselves. */
export function ServiceState({ service, desk }: { service: Stateful; desk?: boolean }) {
  const { states, technical } = useText();
  const shown = shownState(service);
  const own = shown === 'suspended' && service.suspendedFor.every((reason) => reason === 'customer');
  return (
    <StatusChip {...looks[shown]} {...(own ? { tone: 'neutral' } : {})}>
      {desk && shown === 'attention' ? technical.attention : states[shown]}
    </StatusChip>
  );
}
