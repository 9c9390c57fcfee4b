import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('service.sections', {
    id: 'setup',
    order: 10,
    need: 'provisioning.setup.read',
    load: () => import('./setup.tsx'),
  });
}
