import { registerCommands } from '../../../kernel/palette/commands.ts';
import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerCommands(() => import('./commands.ts'));
  registerSlot('desk.setup', {
    id: 'deskacts/setup-link',
    order: 40,
    need: 'deskacts.credit.give',
    load: () => import('./setup-link.tsx'),
  });
  registerSlot('desk.aside', {
    id: 'deskacts/client-card',
    order: 5,
    need: 'support.tickets.read',
    load: () => import('./client-card.tsx'),
  });
}
