import { registerCommands } from '../../../kernel/palette/commands.ts';
import { registerSlot } from '../../../kernel/slots.tsx';

const need = 'escalation.read';

export function plugIn(): void {
  registerCommands(() => import('./commands.ts'));
  registerSlot('desk.aside', {
    id: 'escalation/ticket-card',
    order: 20,
    need,
    load: () => import('./ticket-card.tsx'),
  });
  registerSlot('desk.setup', {
    id: 'escalation/setup-link',
    order: 20,
    need,
    load: () => import('./setup-link.tsx'),
  });
}
