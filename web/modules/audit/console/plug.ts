import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('client.sections', {
    id: 'audit/client-activity',
    order: 90,
    need: 'audit.facts.read',
    load: () => import('./client-activity.tsx'),
  });
}
