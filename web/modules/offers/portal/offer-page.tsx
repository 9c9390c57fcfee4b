import { useState } from 'react';
import type { Offer } from '../../../../server/modules/offers/contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Button, LinkButton, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { OfferState } from '../shared/offer-state.tsx';
import { OfferSums } from '../shared/offer-sums.tsx';
import { useText } from '../text/index.ts';
import { AcceptOffer, DeclineOffer } from './answer-offer.tsx';

export function Page({ offerId }: { offerId: string }) {
  const words = useText();
  const { api, to } = useOrganization();
  const url = `${api}/offers/${offerId}`;
  const offer = useData<Offer>(url, { facts: 'offers.', subject: offerId });
  const [open, setOpen] = useState<'accept' | 'decline' | null>(null);
  const { accept } = offer.can;
  const isOpen = offer.state === 'sent';
  return (
    <>
      <PageHeader
        title={offer.title}
        state={<OfferState state={offer.state} />}
        lead={offer.number}
        crumbs={[{ label: words.title, to: to.offers() }]}
        act={
          isOpen ? (
            <Button
              wide
              reason={accept === true ? null : reasonWords(accept.no)}
              onClick={() => setOpen('accept')}
            >
              {words.accept}
            </Button>
          ) : (
            offer.orderId && (
              <LinkButton wide to={to.order(offer.orderId)}>
                {words.seeOrder}
              </LinkButton>
            )
          )
        }
        aside={
          <div className="flex flex-wrap gap-2">
            {accept === true && (
              <Button weight="secondary" onClick={() => setOpen('decline')}>
                {words.decline}
              </Button>
            )}
            {isOpen && (
              <LinkButton
                weight="secondary"
                to={to.newTicket({ offer: offer.id, subject: words.about(offer.number ?? '', offer.title) })}
              >
                {words.ask}
              </LinkButton>
            )}
            <a href={`${url}/document?lang=${locale.use()}`} download className={buttonClass('secondary')}>
              <Icon name="download" size={18} />
              {words.download}
            </a>
          </div>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {offer.introduction && (
            <p className="max-w-[70ch] text-body break-words whitespace-pre-line">{offer.introduction}</p>
          )}
          <Card title={words.what}>
            <OfferSums shown={offer.shown} />
          </Card>
          {offer.terms && (
            <Card title={words.terms}>
              <p className="max-w-[70ch] text-body break-words whitespace-pre-line">{offer.terms}</p>
            </Card>
          )}
        </div>
        <Card>
          <DefinitionList
            facts={[
              { term: words.number, value: offer.number },
              offer.sentAt !== null && {
                term: words.sentOn,
                value: <Time value={offer.sentAt} style="date" />,
              },
              { term: words.until, value: <Time value={offer.validUntil} style="date" /> },
              offer.signature !== '' && { term: words.acceptedBy, value: offer.signature },
              offer.reason !== '' && { term: words.reason, value: offer.reason },
              offer.invoiceId !== null &&
                offer.orderId === null && {
                  term: words.seeInvoice,
                  value: (
                    <LinkButton weight="quiet" to={to.invoice(offer.invoiceId)}>
                      {words.seeInvoice}
                    </LinkButton>
                  ),
                },
            ]}
          />
        </Card>
      </div>
      {open === 'accept' && <AcceptOffer url={url} offer={offer} onClose={() => setOpen(null)} />}
      {open === 'decline' && <DeclineOffer url={url} onClose={() => setOpen(null)} />}
    </>
  );
}
