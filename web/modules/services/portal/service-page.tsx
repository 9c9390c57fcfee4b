import { useState } from 'react';
import type { ServiceDetail } from '../../../../server/modules/services/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Agreed } from '../shared/agreed.tsx';
import { useServiceName } from '../shared/service-columns.tsx';
import { PauseCard } from '../shared/pause-card.tsx';
import { ServiceHistory } from '../shared/service-history.tsx';
import { ServiceState } from '../shared/service-state.tsx';
import { useText } from '../text/index.ts';
import { Notices } from './notices.tsx';
import { RenameService } from './rename-service.tsx';
import { VisibleFacts } from './visible-facts.tsx';

export function Page({ serviceId }: { serviceId: string }) {
  const { detail: words } = useText();
  const { api: base, to } = useOrganization();
  const url = `${base}/services/${serviceId}`;
  const service = useData<ServiceDetail>(url, [
    { facts: 'services.', subject: serviceId },
    { facts: 'provisioning.', subject: serviceId },
  ]);
  const { name, more } = useServiceName()(service);
  return (
    <>
      <PageHeader
        title={name}
        lead={more}
        crumbs={[{ label: words.all, to: to.services() }]}
        state={<ServiceState service={service} />}
        aside={<Acts service={service} url={url} name={name} />}
      />
      <Notices service={service} url={url} name={name} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <VisibleFacts service={service} />
          <PauseCard url={url} name={name} serviceId={serviceId} />
          <Slot name="service.sections" with={{ serviceId }} />
        </div>
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Agreed service={service} title={words.agreed} />
        </div>
        <div className="min-w-0">
          <ServiceHistory timeline={service.timeline} />
        </div>
      </div>
    </>
  );
}

/** Secondary acts; what cannot be done now says why. */
function Acts({ service, url, name }: { service: ServiceDetail; url: string; name: string }) {
  const { detail: words, holding, resuming } = useText();
  const text = useKernelText();
  const { to } = useOrganization();
  const [open, setOpen] = useState<'rename' | 'hold' | null>(null);
  const close = () => setOpen(null);
  const { can } = service;
  const why = (ability: true | { no: string }) => (ability === true ? null : reasonWords(ability.no));
  const hold = useAct((_: undefined, key) => api.post(`${url}/suspend`, undefined, key), {
    refresh: [url, url.slice(0, url.lastIndexOf('/'))],
    done: () => {
      close();
      toast({ words: holding.done(name) });
    },
  });
  const resume = useAct((_: undefined, key) => api.post(`${url}/resume`, undefined, key), {
    refresh: [url, url.slice(0, url.lastIndexOf('/'))],
    done: () => toast({ words: resuming.done(name) }),
  });
  const mayChange = useCan('orders.change');
  const isHeld = service.suspendedFor.length > 0;
  const isOver = service.state === 'ended';
  // One way to stop for a while is enough: where it can be paused, it is not held besides.
  const notOffered =
    can.suspend !== true && ['not_offered', 'pause_instead', 'paused'].includes(can.suspend.no);
  return (
    <>
      <MoreMenu
        label={text.moreActions}
        groups={[
          [{ label: words.rename, icon: 'edit', run: () => setOpen('rename'), reason: why(can.rename) }],
          isOver
            ? []
            : [
                ...(isHeld
                  ? [
                      {
                        label: words.resume,
                        icon: 'play' as const,
                        run: () => void resume.run(undefined),
                        reason: why(can.resume),
                      },
                    ]
                  : notOffered
                    ? []
                    : [
                        {
                          label: words.hold,
                          icon: 'pause' as const,
                          run: () => setOpen('hold'),
                          reason: why(can.suspend),
                        },
                      ]),
                {
                  label: words.change,
                  icon: 'swap' as const,
                  to: to.changeService(service.id),
                  reason: mayChange ? null : reasonWords('your_role'),
                },
                {
                  label: words.cancel,
                  icon: 'close' as const,
                  to: to.cancelService(service.id),
                  reason: can.cancelAtTermEnd === true ? null : why(can.cancelNow),
                },
              ],
          [{ label: words.ask, icon: 'support', to: to.newTicket({ service: service.id }) }],
        ]}
      />
      <RenameService open={open === 'rename'} onClose={close} service={service} url={url} />
      <ConfirmDialog
        open={open === 'hold'}
        onClose={close}
        title={holding.title(name)}
        effect={holding.effect}
        verb={holding.act}
        busy={hold.busy}
        onConfirm={() => void hold.run(undefined)}
      />
    </>
  );
}
