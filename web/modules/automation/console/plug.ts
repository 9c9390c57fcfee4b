import { registerCommands } from '../../../kernel/palette/commands.ts';
import { registerSlot } from '../../../kernel/slots.tsx';

const need = 'support.tickets.work';

export function plugIn(): void {
  registerCommands(() => import('./commands.ts'));
  registerSlot('desk.composer', {
    id: 'automation/reply-picker',
    order: 10,
    need,
    load: () => import('./reply-picker.tsx'),
  });
  registerSlot('desk.acts', {
    id: 'automation/macro-picker',
    order: 10,
    need,
    load: () => import('./macro-picker.tsx'),
  });
  registerSlot('desk.setup', {
    id: 'automation/setup-links',
    order: 10,
    need,
    load: () => import('./setup-links.tsx'),
  });
}
