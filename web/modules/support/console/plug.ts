import { registerCommands } from '../../../kernel/palette/commands.ts';
import { registerSlot } from '../../../kernel/slots.tsx';

const need = 'support.tickets.read';

export function plugIn(): void {
  registerCommands(() => import('./commands.ts'));
  registerSlot('client.sections', {
    id: 'support/client-tickets',
    order: 30,
    need,
    load: () => import('./client-tickets.tsx'),
  });
  registerSlot('service.sections', {
    id: 'support/service-tickets',
    order: 40,
    need,
    load: () => import('./service-tickets.tsx'),
  });
  registerSlot('invoice.sections', {
    id: 'support/invoice-tickets',
    order: 40,
    need,
    load: () => import('./invoice-tickets.tsx'),
  });
}
