import { useState } from 'react';
import type { SignedInDevice } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { deviceOf } from './device-name.ts';

const url = '/api/me/sessions';

export function Devices() {
  const { security } = useText();
  const { items } = useData<{ items: SignedInDevice[] }>(url);
  const [asking, setAsking] = useState(false);
  const endOthers = useAct(() => api.delete(url), {
    refresh: [url],
    done: () => {
      setAsking(false);
      toast({ words: security.othersSignedOut });
    },
  });
  return (
    <Card title={security.devices} flush>
      <ul className="divide-y divide-line">
        {items.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </ul>
      {items.length > 1 && (
        <div className="border-t border-line p-4 sm:px-5">
          <Button weight="secondary" onClick={() => setAsking(true)}>
            {security.signOutOthers}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={security.othersTitle}
        effect={security.othersEffect}
        verb={security.signOutOthers}
        destructive
        busy={endOthers.busy}
        onConfirm={() => void endOthers.run(undefined)}
      />
    </Card>
  );
}

function DeviceRow({ device }: { device: SignedInDevice }) {
  const { security } = useText();
  const { browser, system, mobile } = deviceOf(device.userAgent);
  const name = security.device(browser ?? security.unknownBrowser, system ?? security.unknownSystem);
  const end = useAct(() => api.delete(`${url}/${device.id}`), {
    refresh: [url],
    done: () => toast({ words: security.signedOut(name) }),
  });
  return (
    <li className="flex items-start gap-3 px-4 py-3.5 sm:px-5">
      <span className="grid size-10 shrink-0 place-items-center rounded bg-sunken text-muted">
        <Icon name={mobile ? 'mobile' : 'screen'} />
      </span>
      <div className="min-w-0 grow text-body">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {name}
          {device.current && <StatusChip tone="good">{security.thisDevice}</StatusChip>}
        </p>
        <p className="text-13 text-muted">
          {security.lastSeen} <Time value={device.seenAt} /> · {security.from} {device.address}
        </p>
      </div>
      {!device.current && (
        <Button
          weight="quiet"
          busy={end.busy}
          aria-label={security.signOutOf(name)}
          onClick={() => void end.run(undefined)}
        >
          {security.signOut}
        </Button>
      )}
    </li>
  );
}
