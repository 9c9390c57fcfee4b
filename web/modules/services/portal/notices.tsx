import type { ReactNode } from 'react';
import type { ServiceDetail } from '../../../../server/modules/services/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { useText } from '../text/index.ts';
import { useText as useTermText } from '../text/term.ts';

interface Props {
  service: ServiceDetail;
  url: string;
  name: string;
}

/** What is special about a service, each with the one act that helps. */
export function Notices(props: Props) {
  const { state, suspendedFor } = props.service;
  return (
    <div className="mb-4 flex flex-col gap-2 empty:hidden">
      {state !== 'ended' && suspendedFor.map((reason) => <Held key={reason} reason={reason} {...props} />)}
      <OfState {...props} />
    </div>
  );
}

function Held({ reason, service, url, name }: Props & { reason: ServiceDetail['suspendedFor'][number] }) {
  const { notices, detail, resuming } = useText();
  const { to } = useOrganization();
  const resume = useAct((_: undefined, key) => api.post(`${url}/resume`, undefined, key), {
    refresh: [url, url.slice(0, url.lastIndexOf('/'))],
    done: () => toast({ words: resuming.done(name) }),
  });
  const acts: Record<typeof reason, ReactNode> = {
    non_payment: <ToInvoices />,
    customer: service.can.resume === true && (
      <Button icon="play" busy={resume.busy} onClick={() => void resume.run(undefined)}>
        {detail.resume}
      </Button>
    ),
    abuse: <Ask />,
    manual: <Ask />,
    security: <Ask />,
  };
  function Ask() {
    return (
      <LinkButton weight="secondary" to={to.newTicket({ service: service.id })}>
        {detail.ask}
      </LinkButton>
    );
  }
  const { title, hint } = notices.held[reason];
  return (
    <Banner tone={reason === 'customer' ? 'info' : 'danger'} title={title} act={acts[reason]}>
      {hint}
    </Banner>
  );
}

function ToInvoices() {
  const { detail: words } = useText();
  const { to } = useOrganization();
  const maySee = useCan('billing.invoices.read');
  return maySee && <LinkButton to={to.invoices({ status: 'open' })}>{words.pay}</LinkButton>;
}

function OfState({ service, url, name }: Props) {
  const { notices: words, detail, keeping } = useText();
  const { to } = useOrganization();
  const format = useFormat();
  const keep = useAct((_: undefined, key) => api.post(`${url}/keep`, undefined, key), {
    refresh: [url, url.slice(0, url.lastIndexOf('/'))],
    done: () => toast({ words: keeping.done(name) }),
  });
  const termWords = useTermText();
  const { state, cancelOn, trialEndsOn, endedAt, can, term } = service;
  if (state === 'pending') {
    return (
      <Banner tone="info" title={words.pendingTitle} act={<ToInvoices />}>
        {words.pendingHint}
      </Banner>
    );
  }
  if (state === 'past_due' && service.suspendedFor.length === 0) {
    return (
      <Banner tone="attention" title={words.pastDueTitle} act={<ToInvoices />}>
        {words.pastDueHint}
      </Banner>
    );
  }
  if (state === 'trialing' && trialEndsOn) {
    return (
      <Banner tone="info" title={words.trialTitle(format.date(trialEndsOn))}>
        {service.price.amount > 0 && words.trialHint}
      </Banner>
    );
  }
  if (state !== 'ended' && state !== 'cancel_scheduled' && term?.leaves) {
    const act = can.keep === true && (
      <Button weight="secondary" busy={keep.busy} onClick={() => void keep.run(undefined)}>
        {detail.keep}
      </Button>
    );
    return (
      <Banner tone="attention" title={termWords.leavesTitle(format.date(term.endsOn))} act={act}>
        {termWords.leavesHint}
      </Banner>
    );
  }
  if (state === 'cancel_scheduled' && cancelOn) {
    const act = can.keep === true && (
      <Button weight="secondary" busy={keep.busy} onClick={() => void keep.run(undefined)}>
        {detail.keep}
      </Button>
    );
    return (
      <Banner tone="attention" title={words.cancelingTitle(format.date(cancelOn))} act={act}>
        {words.cancelingHint}
      </Banner>
    );
  }
  if (state === 'ended' && endedAt) {
    const act = (
      <LinkButton weight="secondary" to={to.store()}>
        {words.orderAgain}
      </LinkButton>
    );
    return (
      <Banner tone="info" title={words.endedTitle(format.date(endedAt))} act={act}>
        {words.endedHint}
      </Banner>
    );
  }
  return null;
}
