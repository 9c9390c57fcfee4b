import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('client.sections', {
    id: 'rehearsal/client-link',
    order: 25,
    need: 'billing.invoices.read',
    words: 'rehearsal/desk',
    load: () => import('./client-link.tsx'),
  });
}
