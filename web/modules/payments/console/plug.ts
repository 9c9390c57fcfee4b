import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('client.sections', {
    id: 'payments',
    order: 28,
    need: 'payments.payment.read',
    load: () => import('./client-payments.tsx'),
  });
}
