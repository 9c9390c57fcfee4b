import { useState } from 'react';
import type { ServiceDetail } from '../../../../server/modules/services/contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Steps } from '../../../ui/steps.tsx';
import { useServiceName } from '../shared/service-columns.tsx';
import { useText } from '../text/index.ts';
import { ChooseEnd, type Leaving } from './choose-end.tsx';
import { ReviewEnd } from './review-end.tsx';
import { Ended } from './ended.tsx';

const order = ['choose', 'review', 'done'] as const;

/** Leaving a service: when and why, a look at what that means, and what happens next. */
export function Page({ serviceId }: { serviceId: string }) {
  const { canceling: words, detail } = useText();
  const { api: base, to } = useOrganization();
  const url = `${base}/services/${serviceId}`;
  const service = useData<ServiceDetail>(url);
  const { name } = useServiceName()(service);
  const { can } = service;
  const [step, setStep] = useState<(typeof order)[number]>('choose');
  const [leaving, setLeaving] = useState<Leaving>({
    when: can.cancelAtPeriodEnd === true ? 'period_end' : can.cancelAtTermEnd === true ? 'term_end' : 'now',
    reason: '',
    note: '',
  });
  const [asked, setAsked] = useState(false);
  // The day is kept: once it is done the service no longer says what it was paid for.
  const [ends] = useState({
    period_end: service.paidThrough,
    term_end: service.term?.endsOn ?? null,
    now: null,
  });
  const day = ends[leaving.when];
  const closed =
    step !== 'done' && can.cancelNow !== true && can.cancelAtTermEnd !== true && can.cancelNow.no;
  return (
    <>
      <PageHeader
        title={words.title(name)}
        crumbs={[
          { label: detail.all, to: to.services() },
          { label: name, to: to.service(serviceId) },
        ]}
      />
      {closed ? (
        <EmptyState
          icon="info"
          title={reasonWords(closed)}
          act={<LinkButton to={to.service(serviceId)}>{words.toService}</LinkButton>}
        >
          {name}
        </EmptyState>
      ) : (
        <>
          <Steps label={words.label} names={order.map((one) => words.steps[one])} now={order.indexOf(step)} />
          {step === 'choose' && (
            <ChooseEnd
              service={service}
              leaving={leaving}
              onNext={(chosen) => {
                setLeaving(chosen);
                setStep('review');
              }}
            />
          )}
          {step === 'review' && (
            <ReviewEnd
              service={service}
              url={url}
              name={name}
              day={day}
              leaving={leaving}
              onBack={() => setStep('choose')}
              onDone={(waits) => {
                setAsked(waits);
                setStep('done');
              }}
            />
          )}
          {step === 'done' && <Ended on={day} asked={asked} serviceId={serviceId} />}
        </>
      )}
    </>
  );
}
