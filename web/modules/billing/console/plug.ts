import { registerSlot } from '../../../kernel/slots.tsx';

const need = 'billing.invoices.read';

export function plugIn(): void {
  registerSlot('client.sections', {
    id: 'invoices',
    order: 20,
    need,
    load: () => import('./client-invoices.tsx'),
  });
  registerSlot('service.sections', {
    id: 'invoices',
    order: 30,
    need,
    load: () => import('./service-invoices.tsx'),
  });
}
