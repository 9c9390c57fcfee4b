import { registerCommands } from '../../../kernel/palette/commands.ts';
import { registerSlot } from '../../../kernel/slots.tsx';

const need = 'feedback.ratings.read';
const words = 'feedback/desk';

export function plugIn(): void {
  registerCommands(() => import('./commands.ts'));
  registerSlot('desk.setup', {
    id: 'feedback/setup-link',
    order: 20,
    need,
    words,
    load: () => import('./setup-link.tsx'),
  });
  registerSlot('desk.aside', {
    id: 'feedback/ticket-rating',
    order: 10,
    need,
    words,
    data: ['/api/console/tickets/:ticketId/rating'],
    load: () => import('./ticket-rating.tsx'),
  });
}
