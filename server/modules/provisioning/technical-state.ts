import type { TechnicalState } from '../services/index.ts';
import type { Service } from './domain/service.ts';

const whenAbsent = { absent: 'removed', running: 'setting_up', suspended: 'none' } as const;

/** What the client is told of the technical side. `attention`: nothing more happens until a person has looked. */
export function technicalStateOf({ desired, observed, last }: Service, attention: boolean): TechnicalState {
  if (attention) return 'attention';
  switch (observed.state) {
    case 'absent':
      return whenAbsent[desired.state];
    case 'provisioning':
      return 'setting_up';
    case 'unknown':
      if (desired.state === 'absent') return 'removing';
      return last?.kind === 'provision' || last?.cleansUp != null ? 'setting_up' : 'changing';
    case 'deprovisioning':
      return last?.cleansUp == null ? 'removing' : 'setting_up';
    case 'updating':
    case 'suspending':
    case 'resuming':
      return 'changing';
    case 'suspended':
      return 'suspended';
    case 'failed':
      return 'attention';
    case 'running':
    case 'drifted':
      return 'running';
  }
}
