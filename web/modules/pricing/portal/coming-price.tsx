import type { ComingPrice } from '../../../../server/modules/pricing/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../text/coming.ts';

/** On a service's page: the price that was announced for later, and what can be done about it. */
export function Part({ serviceId }: { serviceId: string }) {
  const words = useText();
  const format = useFormat();
  const { api: base, to } = useOrganization();
  const service = `${base}/services/${serviceId}`;
  const { data } = useSideData<ComingPrice>(`${service}/coming-price`, [
    { facts: 'services.', subject: serviceId },
    { facts: 'pricing.', subject: serviceId },
  ]);
  const mayCancel = useCan('services.service.change');
  const keep = useAct(
    (_: undefined, key) => api.post<ComingPrice>(`${service}/coming-price/keep`, undefined, key),
    {
      refresh: [service],
      done: ({ coming }) => coming && toast({ words: words.keptDone(format.date(coming.on)) }),
    },
  );
  if (!data?.coming) return null;
  const { on, before, after, keepUntil, kept, can } = data.coming;
  return (
    <Card title={words.title(format.date(on))}>
      <div className="flex flex-col items-start gap-3 text-body">
        <p>{words.body(format.money(before), format.money(after))}</p>
        <p className="text-muted">{kept ? words.kept : words.leave}</p>
        <div className="flex flex-wrap gap-2">
          {can.keep === true && keepUntil && (
            <Button weight="secondary" busy={keep.busy} onClick={() => void keep.run(undefined)}>
              {words.keep(format.date(keepUntil))}
            </Button>
          )}
          {mayCancel && (
            <LinkButton weight="secondary" to={to.cancelService(serviceId)}>
              {words.leaveAct}
            </LinkButton>
          )}
        </div>
      </div>
    </Card>
  );
}
