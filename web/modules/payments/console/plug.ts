import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('client.sections', {
    id: 'payments/client-payments',
    order: 28,
    need: 'payments.payment.read',
    load: () => import('./client-payments.tsx'),
  });
  registerSlot('console.cards', {
    id: 'payments/dispute-concerns',
    order: 35,
    need: 'payments.dispute.handle',
    data: ['/api/console/dispute-concerns'],
    words: 'payments/desk-dispute',
    load: () => import('./dispute-concerns.tsx'),
  });
}
