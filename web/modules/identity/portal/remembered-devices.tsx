import type { RememberedDevice } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { FactorLine } from '../factors/factor-row.tsx';
import { useText } from '../text/index.ts';
import { deviceOf } from './device-name.ts';
import { useDeviceName } from './device-row.tsx';

const url = '/api/me/devices';

/** The devices on which the second step is not asked for; nothing where there are none. */
export function RememberedDevices() {
  const { security } = useText();
  const { items } = useData<{ items: RememberedDevice[] }>(url);
  if (items.length === 0) return null;
  return (
    <Card title={security.remembered.title} flush>
      <p className="px-4 pb-3 text-body text-muted sm:px-5">{security.remembered.lead}</p>
      <ul className="divide-y divide-line border-t border-line">
        {items.map((device) => (
          <Row key={device.id} device={device} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ device }: { device: RememberedDevice }) {
  const { security } = useText();
  const { remembered } = security;
  const name = useDeviceName(device.userAgent);
  const forget = useAct(() => api.delete(`${url}/${device.id}`), {
    refresh: [url],
    done: () => toast({ words: remembered.done(name) }),
  });
  return (
    <FactorLine
      icon={deviceOf(device.userAgent).mobile ? 'mobile' : 'screen'}
      name={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {name}
          {device.current && <StatusChip tone="good">{security.thisDevice}</StatusChip>}
        </span>
      }
      detail={
        <>
          {remembered.until} <Time value={device.until} style="date" />
        </>
      }
      act={
        <Button
          weight="quiet"
          busy={forget.busy}
          aria-label={remembered.actOn(name)}
          onClick={() => void forget.run(undefined)}
        >
          {remembered.act}
        </Button>
      }
    />
  );
}
