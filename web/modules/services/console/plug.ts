import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('client.sections', {
    id: 'services/client-services',
    order: 10,
    need: 'services.service.read',
    load: () => import('./client-services.tsx'),
  });
}
