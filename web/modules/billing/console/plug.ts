import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('client.sections', {
    id: 'invoices',
    order: 20,
    need: 'billing.invoices.read',
    load: () => import('./client-invoices.tsx'),
  });
}
