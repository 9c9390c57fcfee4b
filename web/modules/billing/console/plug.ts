import { registerSlot } from '../../../kernel/slots.tsx';

const need = 'billing.invoices.read';

export function plugIn(): void {
  registerSlot('client.sections', {
    id: 'billing/client-invoices',
    order: 20,
    need,
    load: () => import('./client-invoices.tsx'),
  });
  registerSlot('client.sections', {
    id: 'billing/client-taxes',
    order: 70,
    need,
    load: () => import('./client-taxes.tsx'),
  });
  registerSlot('console.cards', {
    id: 'billing/collection-concerns',
    order: 40,
    need,
    data: ['/api/console/collection-concerns'],
    words: 'billing/desk-collections',
    load: () => import('./collection-concerns.tsx'),
  });
  registerSlot('invoice.sections', {
    id: 'billing/invoice-collection',
    order: 4,
    need,
    words: 'billing/desk-collections',
    load: () => import('./invoice-collection.tsx'),
  });
  registerSlot('invoice.sections', {
    id: 'billing/withheld',
    order: 5,
    need,
    load: () => import('./withheld.tsx'),
  });
  registerSlot('invoice.sections', {
    id: 'billing/contests',
    order: 2,
    need,
    data: ['/api/console/contests?invoice=:invoiceId'],
    words: 'billing/desk-contest',
    load: () => import('./contests.tsx'),
  });
  registerSlot('service.sections', {
    id: 'billing/service-invoices',
    order: 30,
    need,
    load: () => import('./service-invoices.tsx'),
  });
  registerSlot('service.sections', {
    id: 'billing/next-invoice',
    order: 25,
    need,
    words: 'billing/next',
    load: () => import('./next-invoice.tsx'),
  });
}
