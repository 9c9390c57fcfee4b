import { useState } from 'react';
import type { ClientTicketDetail } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { marked } from '../../../kernel/palette/letters.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Time } from '../../../ui/time.tsx';
import { answerDue } from '../shared/late.ts';
import { useText } from '../text/desk.ts';
import { EditLinks } from './edit-links.tsx';

const to = consolePaths;

/** Who asks, about what, since when; and whether the promise to answer is still kept. */
export function Facts({ ticket, url }: { ticket: ClientTicketDetail; url: string }) {
  const { work: words, ticket: ticketWords, number } = useText();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const mayServices = useCan('services.service.read');
  const mayInvoices = useCan('billing.invoices.read');
  const mayOffers = useCan('offers.read');
  const { organization, service, invoice, offer, followUpOf, followUps, mergedInto, waitingSince } = ticket;
  const { impact, hindrance } = ticket;
  const due = answerDue(ticket);
  const promised = ticketWords.span(ticket.answerMinutes);
  const serviceName = service && (service.label || format.words(service.names));
  const invoiceName = invoice && (invoice.number ?? ticketWords.invoiceUnnumbered);
  return (
    <Card
      title={words.facts}
      aside={
        ticket.can.work === true && (
          <button
            type="button"
            {...marked('V', words.links)}
            className="min-h-9 cursor-pointer text-accent-text underline underline-offset-2"
            onClick={() => setEditing(true)}
          >
            {words.links}
          </button>
        )
      }
    >
      {due && (
        <div className="mb-3">
          {due < new Date() ? (
            <Banner tone="attention" title={words.late(promised)} />
          ) : (
            <p className="text-13 text-muted">{words.goal(promised)}</p>
          )}
        </div>
      )}
      <DefinitionList
        facts={[
          waitingSince !== null && { term: words.waitingSince, value: <Time value={waitingSince} /> },
          {
            term: words.requester,
            value: organization.guest ? words.guest(ticket.requester.name) : ticket.requester.name,
          },
          {
            term: ticketWords.service,
            value: !service ? (
              <span className="font-normal text-muted">{words.noLink}</span>
            ) : mayServices ? (
              <Link to={to.service(service.id)}>{serviceName}</Link>
            ) : (
              serviceName
            ),
          },
          {
            term: ticketWords.invoice,
            value: !invoice ? (
              <span className="font-normal text-muted">{words.noLink}</span>
            ) : mayInvoices ? (
              <Link to={to.invoice(invoice.id)}>{invoiceName}</Link>
            ) : (
              invoiceName
            ),
          },
          offer && {
            term: ticketWords.offer,
            value: mayOffers ? (
              <Link to={to.offer(offer.id)}>{ticketWords.offerName(offer.number, offer.title)}</Link>
            ) : (
              ticketWords.offerName(offer.number, offer.title)
            ),
          },
          { term: words.opened, value: <Time value={ticket.openedAt} /> },
          {
            term: words.firstAnswer,
            value: ticket.firstAnswerAt ? <Time value={ticket.firstAnswerAt} /> : words.noAnswer,
          },
          impact &&
            hindrance && {
              term: words.impact,
              value: format.list([words.impacts[impact], words.hindrances[hindrance]]),
            },
          mergedInto && {
            term: ticketWords.mergedInto,
            value: <Link to={to.ticket(mergedInto.id)}>{number(mergedInto.number)}</Link>,
          },
          followUpOf && {
            term: ticketWords.followUpOf,
            value: <Link to={to.ticket(followUpOf.id)}>{number(followUpOf.number)}</Link>,
          },
          followUps.length > 0 && {
            term: ticketWords.followUps,
            value: followUps.map((one) => (
              <Link key={one.id} to={to.ticket(one.id)} className="block">
                {number(one.number)}
              </Link>
            )),
          },
        ]}
      />
      <EditLinks
        ticket={ticket}
        url={url}
        organization={organization.id}
        open={editing}
        onClose={() => setEditing(false)}
      />
    </Card>
  );
}
