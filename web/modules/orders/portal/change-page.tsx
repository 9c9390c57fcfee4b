import { useState } from 'react';
import type { ChangeOptions, ServiceChange } from '../../../../server/modules/orders/change-contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { ChangeFlow } from '../parts/change-flow.tsx';
import { ChangeLines } from '../parts/change-lines.tsx';
import { useText } from '../text/change.ts';

/** Another plan, cycle, quantity or other options for a service that runs. */
export function Page({ serviceId }: { serviceId: string }) {
  const words = useText();
  const format = useFormat();
  const { api: base, to } = useOrganization();
  const url = `${base}/services/${serviceId}`;
  const options = useData<ChangeOptions>(`${url}/change-options`);
  const [done, setDone] = useState<ServiceChange | null>(null);
  const { change } = options.can;
  const name = format.words(options.names);
  const { product } = options;
  return (
    <>
      <PageHeader
        title={words.title(name)}
        crumbs={[
          { label: words.all, to: to.services() },
          { label: name, to: to.service(serviceId) },
        ]}
      />
      {done ? (
        <Done change={done} serviceId={serviceId} />
      ) : change !== true || !product ? (
        <EmptyState
          icon="info"
          title={reasonWords(change === true ? 'change_not_offered' : change.no)}
          act={<LinkButton to={to.service(serviceId)}>{words.toService}</LinkButton>}
        >
          {name}
        </EmptyState>
      ) : (
        <ChangeFlow options={options} product={product} url={url} onDone={setDone} />
      )}
    </>
  );
}

/** What was done, what happens next and when. */
function Done({ change, serviceId }: { change: ServiceChange; serviceId: string }) {
  const words = useText();
  const format = useFormat();
  const { to } = useOrganization();
  const mayPay = useCan('billing.invoices.read') && change.state === 'awaiting_payment' && change.invoiceId;
  const [title, hint] = words.done[change.state]!;
  return (
    <div className="flex max-w-2xl flex-col gap-4" role="status">
      <Card>
        <div className="flex items-center gap-3">
          <span className="grid size-11 shrink-0 place-items-center rounded-full bg-good-soft text-good">
            <Icon name="done" size={24} />
          </span>
          <h2 className="text-20">{title}</h2>
        </div>
        <p className="mt-3 text-body text-muted">
          {change.state === 'scheduled' && `${words.from(format.date(change.effectiveOn))}. `}
          {hint}
        </p>
        {change.lines.length > 0 && (
          <div className="mt-4 border-t border-line pt-4">
            <ChangeLines lines={change.lines} />
          </div>
        )}
      </Card>
      <div className="flex flex-col gap-2 sm:flex-row">
        {mayPay && (
          <LinkButton to={to.pay(change.invoiceId!)}>{words.payAct(format.money(change.total))}</LinkButton>
        )}
        <LinkButton weight={mayPay ? 'secondary' : 'primary'} to={to.service(serviceId)}>
          {words.toService}
        </LinkButton>
      </div>
    </div>
  );
}
