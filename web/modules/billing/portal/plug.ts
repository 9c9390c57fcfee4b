import { registerSlot } from '../../../kernel/slots.tsx';

const need = 'billing.invoices.read';

export function plugIn(): void {
  registerSlot('portal.banners', {
    id: 'overdue',
    order: 10,
    need,
    load: () => import('./overdue-banner.tsx'),
  });
  registerSlot('service.sections', {
    id: 'invoices',
    order: 30,
    need,
    load: () => import('./service-invoices.tsx'),
  });
}
