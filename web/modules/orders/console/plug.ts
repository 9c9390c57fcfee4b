import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('client.sections', {
    id: 'orders',
    order: 25,
    need: 'orders.read',
    load: () => import('./client-orders.tsx'),
  });
}
