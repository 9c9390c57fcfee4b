import { useState } from 'react';
import type { StaffOffer } from '../../../../server/modules/offers/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { Link, goTo } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { OfferState } from '../shared/offer-state.tsx';
import { OfferSums } from '../shared/offer-sums.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/index.ts';

const base = '/api/console/offers';

export function Page({ offerId }: { offerId: string }) {
  const words = useText();
  const desk = useDeskText();
  const url = `${base}/${offerId}`;
  const offer = useData<StaffOffer>(url, { facts: 'offers.', subject: offerId });
  const [asking, setAsking] = useState<'send' | 'withdraw' | null>(null);
  const mayWrite = useCan('offers.write');
  const act = useAct((what: 'send' | 'withdraw', key) => api.post(`${url}/${what}`, undefined, key), {
    refresh: [base],
    done: () => {
      toast({ words: asking === 'send' ? desk.sent : desk.withdrawn });
      setAsking(null);
    },
    failed: () => setAsking(null),
  });
  return (
    <>
      <PageHeader
        title={offer.title}
        state={<OfferState state={offer.state} />}
        lead={[offer.number, offer.revision > 1 && words.revision(offer.revision)]
          .filter(Boolean)
          .join(' · ')}
        crumbs={[{ label: words.title, to: consolePaths.offers() }]}
        act={
          mayWrite &&
          offer.can.send === true && (
            <Button wide icon="send" onClick={() => setAsking('send')}>
              {desk.send}
            </Button>
          )
        }
        aside={<Acts offer={offer} mayWrite={mayWrite} onWithdraw={() => setAsking('withdraw')} />}
      />
      {!offer.shown && <Banner tone="attention" title={desk.notPriced} />}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {offer.introduction && (
            <p className="max-w-[70ch] text-body break-words whitespace-pre-line">{offer.introduction}</p>
          )}
          {offer.shown && (
            <Card title={words.what}>
              <OfferSums shown={offer.shown} />
            </Card>
          )}
          {offer.terms && (
            <Card title={words.terms}>
              <p className="max-w-[70ch] text-body break-words whitespace-pre-line">{offer.terms}</p>
            </Card>
          )}
        </div>
        <Facts offer={offer} />
      </div>
      <ConfirmDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={asking === 'withdraw' ? desk.withdrawTitle : desk.sendTitle}
        effect={asking === 'withdraw' ? desk.withdrawEffect : desk.sendEffect}
        verb={asking === 'withdraw' ? desk.withdraw : desk.send}
        busy={act.busy}
        onConfirm={() => asking && void act.run(asking)}
      />
    </>
  );
}

function Facts({ offer }: { offer: StaffOffer }) {
  const words = useText();
  const desk = useDeskText();
  const { client, prospect } = offer;
  return (
    <Card>
      <DefinitionList
        facts={[
          {
            term: desk.whom,
            value: client ? (
              <Link to={consolePaths.client(client.id)}>{client.name}</Link>
            ) : (
              `${prospect!.name}, ${prospect!.email}`
            ),
          },
          { term: desk.writtenBy, value: offer.writtenBy },
          offer.sentAt !== null && { term: words.sentOn, value: <Time value={offer.sentAt} style="date" /> },
          { term: words.until, value: <Time value={offer.validUntil} style="date" /> },
          offer.signature !== '' && { term: desk.signature, value: offer.signature },
          offer.reason !== '' && { term: desk.reason, value: offer.reason },
          offer.orderId !== null && {
            term: words.seeOrder,
            value: <Link to={consolePaths.order(offer.orderId)}>{words.seeOrder}</Link>,
          },
          offer.invoiceId !== null && {
            term: words.seeInvoice,
            value: <Link to={consolePaths.invoice(offer.invoiceId)}>{words.seeInvoice}</Link>,
          },
          offer.revises !== null && {
            term: desk.revises,
            value: <Link to={consolePaths.offer(offer.revises)}>{desk.before}</Link>,
          },
        ]}
      />
    </Card>
  );
}

function Acts({
  offer,
  mayWrite,
  onWithdraw,
}: {
  offer: StaffOffer;
  mayWrite: boolean;
  onWithdraw: () => void;
}) {
  const words = useText();
  const desk = useDeskText();
  const text = useKernelText();
  const url = `${base}/${offer.id}`;
  const copy = useAct(
    (what: 'duplicate' | 'revise', key) => api.post<StaffOffer>(`${url}/${what}`, undefined, key),
    {
      refresh: [base],
      done: ({ id }) => goTo(consolePaths.editOffer(id)),
    },
  );
  const remove = useAct(() => api.delete(url), {
    refresh: [base],
    done: () => {
      toast({ words: desk.removed });
      goTo(consolePaths.offers());
    },
  });
  const { edit, withdraw, revise } = offer.can;
  return (
    <MoreMenu
      label={text.moreActions}
      groups={[
        offer.shown
          ? [
              {
                label: words.download,
                icon: 'download',
                run: () => location.assign(`${url}/document?lang=${locale.get()}`),
              },
            ]
          : [],
        mayWrite
          ? [
              ...(edit === true
                ? [{ label: desk.edit, icon: 'edit' as const, to: consolePaths.editOffer(offer.id) }]
                : []),
              ...(revise === true
                ? [{ label: desk.revise, icon: 'history' as const, run: () => void copy.run('revise') }]
                : []),
              { label: desk.duplicate, icon: 'copy' as const, run: () => void copy.run('duplicate') },
            ]
          : [],
        mayWrite
          ? [
              ...(withdraw === true
                ? [{ label: desk.withdraw, icon: 'close' as const, run: onWithdraw }]
                : []),
              ...(edit === true
                ? [{ label: desk.remove, icon: 'trash' as const, run: () => void remove.run(undefined) }]
                : []),
            ]
          : [],
      ]}
    />
  );
}
