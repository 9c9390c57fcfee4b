import { registerCommands } from '../../../kernel/palette/commands.ts';
import { registerSlot } from '../../../kernel/slots.tsx';

const need = 'support.tickets.work';

export function plugIn(): void {
  registerCommands(() => import('./commands.ts'));
  registerSlot('desk.duty', {
    id: 'assignment/duty-button',
    order: 10,
    need,
    data: ['/api/console/duty'],
    load: () => import('./duty-button.tsx'),
  });
  registerSlot('desk.aside', {
    id: 'assignment/given-card',
    order: 10,
    need: 'support.tickets.read',
    data: ['/api/console/tickets/:ticketId/assignment'],
    load: () => import('./given-card.tsx'),
  });
  registerSlot('desk.setup', {
    id: 'assignment/team-link',
    order: 20,
    need,
    load: () => import('./team-link.tsx'),
  });
  registerSlot('queues.sections', {
    id: 'assignment/ways-card',
    order: 10,
    need,
    data: ['/api/console/ticket-queue-ways'],
    load: () => import('./ways-card.tsx'),
  });
}
