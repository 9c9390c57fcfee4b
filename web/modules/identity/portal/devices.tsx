import { useState } from 'react';
import type { SignedInList } from '../../../../server/modules/identity/contract.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useText } from '../text/index.ts';
import { DeviceRow } from './device-row.tsx';
import { useDuration } from './duration.ts';
import { sessionsUrl, useEndOthers } from './end-others.ts';

export function Devices() {
  const { security } = useText();
  const { items, lasts } = useData<SignedInList>(sessionsUrl);
  const duration = useDuration();
  const [asking, setAsking] = useState(false);
  const endOthers = useEndOthers(() => setAsking(false));
  return (
    <Card title={security.devices} flush>
      <p className="px-4 pb-3 text-body text-muted sm:px-5">
        {security.lasts(duration(lasts.idleMinutes), duration(lasts.hours * 60))}
      </p>
      <ul className="divide-y divide-line border-t border-line">
        {items.map((device) => (
          <DeviceRow key={device.id} device={device} url={sessionsUrl} />
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
