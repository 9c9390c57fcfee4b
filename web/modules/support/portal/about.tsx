import type { TicketDetail } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Priority } from '../shared/priority.tsx';
import { useText } from '../text/index.ts';

/** The facts of a ticket beside its conversation; links only where the reader may follow them. */
export function About({ ticket }: { ticket: TicketDetail }) {
  const { ticket: words, number } = useText();
  const { to } = useOrganization();
  const format = useFormat();
  const mayServices = useCan('services.service.read');
  const mayInvoices = useCan('billing.invoices.read');
  const mayOffers = useCan('offers.read');
  const [next] = ticket.promised;
  const { service, invoice, offer, followUpOf, followUps, mergedInto, assignee } = ticket;
  const serviceName = service && (service.label || format.words(service.names));
  const invoiceName = invoice && (invoice.number ?? words.invoiceUnnumbered);
  return (
    <Card title={words.about}>
      <DefinitionList
        facts={[
          { term: words.requester, value: ticket.requester.name },
          { term: words.assignee, value: assignee ?? words.nobodyYet },
          service && {
            term: words.service,
            value: mayServices ? <Link to={to.service(service.id)}>{serviceName}</Link> : serviceName,
          },
          invoice && {
            term: words.invoice,
            value: mayInvoices ? <Link to={to.invoice(invoice.id)}>{invoiceName}</Link> : invoiceName,
          },
          offer && {
            term: words.offer,
            value: mayOffers ? (
              <Link to={to.offer(offer.id)}>{words.offerName(offer.number, offer.title)}</Link>
            ) : (
              words.offerName(offer.number, offer.title)
            ),
          },
          next?.state === 'running' && { term: words.promised, value: format.dateTime(next.dueAt!) },
          { term: words.priority, value: <Priority value={ticket.priority} /> },
          { term: words.queue, value: format.words(ticket.queue.titles) },
          mergedInto && {
            term: words.mergedInto,
            value: <Link to={to.ticket(mergedInto.id)}>{number(mergedInto.number)}</Link>,
          },
          followUpOf && {
            term: words.followUpOf,
            value: <Link to={to.ticket(followUpOf.id)}>{number(followUpOf.number)}</Link>,
          },
          followUps.length > 0 && {
            term: words.followUps,
            value: followUps.map((one) => (
              <Link key={one.id} to={to.ticket(one.id)} className="block">
                {number(one.number)}
              </Link>
            )),
          },
        ]}
      />
    </Card>
  );
}
