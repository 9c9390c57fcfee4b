import type { ClientServiceDetail } from '../../../../server/modules/services/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { Agreed } from '../shared/agreed.tsx';
import { useServiceName } from '../shared/service-columns.tsx';
import { PauseCard } from '../shared/pause-card.tsx';
import { ServiceHistory } from '../shared/service-history.tsx';
import { ServiceState } from '../shared/service-state.tsx';
import { spoken } from '../shared/spoken.ts';
import type { Text } from '../text/en.ts';
import { useText } from '../text/index.ts';
import { ServiceActs } from './service-acts.tsx';

const to = consolePaths;

/** One service as staff see it: who has it, what was agreed, what holds it, and what each module knows of it. */
export function Page({ serviceId }: { serviceId: string }) {
  const { desk: words, technical, factNames } = useText();
  const url = `/api/console/services/${serviceId}`;
  const service = useData<ClientServiceDetail>(url, [
    { facts: 'services.', subject: serviceId },
    { facts: 'provisioning.', subject: serviceId },
  ]);
  const { name, more } = useServiceName()(service);
  const { organization } = service;
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ label: words.all, to: to.services() }]}
        state={<ServiceState service={service} desk />}
        lead={
          <>
            <Link to={to.client(organization.id)}>{organization.name}</Link>
            {more && ` · ${more}`}
          </>
        }
        aside={<ServiceActs service={service} url={url} />}
      />
      <Leaving service={service} />
      <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-3">
          <Holds service={service} />
          <PauseCard url={url} name={name} serviceId={serviceId} desk />
          <Slot name="service.sections" with={{ serviceId }} />
        </div>
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Agreed
            service={service}
            title={words.agreed}
            more={[
              { term: words.priceVersion, value: String(service.priceVersion ?? words.ownPrice) },
              { term: words.technical, value: technical[service.technicalState] },
              { term: words.provisioner, value: service.provisioner },
              ...Object.entries(service.facts).map(([name, value]) => ({
                term: spoken(name, factNames),
                value,
              })),
            ]}
          />
        </div>
        <div className="min-w-0">
          <ServiceHistory timeline={service.timeline} />
        </div>
      </div>
    </>
  );
}

function Holds({ service }: { service: ClientServiceDetail }) {
  const { desk: words, held } = useText();
  return service.suspensions.map(({ reason, since, note }) => (
    <Banner key={reason} tone="danger" title={`${words.holds}: ${held[reason]}`}>
      <Time value={since} />
      {note && ` · ${note}`}
    </Banner>
  ));
}

function Leaving({ service: { cancelReason, cancelNote } }: { service: ClientServiceDetail }) {
  const { desk: words, canceling } = useText();
  if (!cancelReason) return null;
  const known: Partial<Record<string, string>> = {
    ...canceling.reasons,
    ...(words.ownReasons satisfies Text['desk']['ownReasons']),
  };
  return (
    <div className="mb-3">
      <Banner tone="info" title={`${words.cancelReason}: ${known[cancelReason] ?? ''}`}>
        {cancelNote && <span className="whitespace-pre-line">{cancelNote}</span>}
      </Banner>
    </div>
  );
}
