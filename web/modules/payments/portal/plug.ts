import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('invoice.sections', {
    id: 'payments/invoice-charge',
    order: 3,
    need: 'payments.payment.read',
    data: ['/api/organizations/:organizationId/invoices/:invoiceId/automatic-payment'],
    words: 'payments/automatic',
    load: () => import('./invoice-charge.tsx'),
  });
}
