import { useEffect } from 'react';
import type { ClientPanel } from '../../../../server/modules/deskacts/contract.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../text/index.ts';
import { ActDialog } from './act-dialog.tsx';
import { asked, offered } from './asked.ts';
import { mayGive } from './may-give.ts';
import { CreditPart, InvoicesPart, PaymentsPart, ServicesPart } from './parts.tsx';

/** Beside a ticket: what its client has, owes and paid, and what can be done about it at once. */
export function Part({ ticketId }: { ticketId: string }) {
  const words = useText();
  const url = `/api/console/tickets/${ticketId}/client`;
  const { data } = useSideData<ClientPanel>(url, [
    'services.',
    'billing.',
    { facts: 'support.', subject: ticketId },
  ]);
  useEffect(() => {
    offered.set(data ? actsIn(data) : []);
    return () => {
      offered.set([]);
      asked.set(null);
    };
  }, [data]);
  if (!data) return null;
  const { services, invoices, payments, credit } = data;
  if (!services && !invoices && !credit) return null;
  return (
    <Card title={words.title}>
      <div className="flex flex-col gap-4">
        {services && <ServicesPart services={services} />}
        {invoices && <InvoicesPart invoices={invoices} />}
        {payments && payments.length > 0 && <PaymentsPart payments={payments} />}
        {credit && <CreditPart credit={credit} />}
      </div>
      <ActDialog url={url} panel={data} />
    </Card>
  );
}

function actsIn({ services, invoices, credit }: ClientPanel) {
  return [
    ...(invoices?.some(({ can }) => can.send === true) ? (['send'] as const) : []),
    ...(services?.some(({ can }) => can.suspend === true) ? (['hold'] as const) : []),
    ...(services?.some(({ can }) => can.resume === true) ? (['resume'] as const) : []),
    ...(credit && mayGive(credit) === true ? (['give'] as const) : []),
  ];
}
