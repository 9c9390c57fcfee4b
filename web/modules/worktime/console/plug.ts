import { registerCommands } from '../../../kernel/palette/commands.ts';
import { registerSlot } from '../../../kernel/slots.tsx';

const need = 'worktime.entries.read';

export function plugIn(): void {
  registerCommands(() => import('./commands.ts'));
  registerSlot('desk.aside', {
    id: 'worktime/time-card',
    order: 30,
    need,
    load: () => import('./time-card.tsx'),
  });
  registerSlot('desk.setup', {
    id: 'worktime/setup-link',
    order: 30,
    need,
    load: () => import('./setup-link.tsx'),
  });
  registerSlot('client.sections', {
    id: 'worktime/client-time',
    order: 35,
    need: 'worktime.entries.bill',
    load: () => import('./client-time.tsx'),
  });
}
