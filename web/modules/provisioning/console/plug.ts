import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('service.sections', {
    id: 'provisioning/instance',
    order: 10,
    need: 'provisioning.instance.read',
    load: () => import('./instance.tsx'),
  });
}
