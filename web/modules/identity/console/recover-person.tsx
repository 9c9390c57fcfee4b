import { useState } from 'react';
import type { Recovery } from '../../../../server/modules/identity/contract.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useRecoveryText } from '../text/recovery.ts';
import { BeginRecovery } from './begin-recovery.tsx';
import { RecoveryDetails } from './recovery-details.tsx';

/** The most the API tells at once; of further ones the act itself says that they are under way. */
export const recoveriesUrl = '/api/console/recoveries?limit=200';

export interface RecoverPersonProps {
  personId: string;
  name: string;
}

/** On a person in the console: begin a recovery, or what became of the one under way. */
export function RecoverPerson(props: RecoverPersonProps) {
  const me = usePerson();
  const may = useCan('identity.recovery.manage');
  return may && props.personId !== me.id ? <State {...props} /> : null;
}

function State({ personId, name }: RecoverPersonProps) {
  const { desk } = useRecoveryText();
  const { data } = useSideData<{ items: Recovery[] }>(recoveriesUrl, 'identity.recovery');
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (!data) return null;
  const recovery = data.items.find(({ person }) => person.id === personId);
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-6 text-13">
      {recovery && (
        <>
          <StatusChip tone="attention">
            {recovery.approval === 'awaited' ? desk.awaited : desk.underWay}
          </StatusChip>
          <span className="text-muted">
            {desk.due} <Time value={recovery.dueAt} />
          </span>
        </>
      )}
      <Button weight="quiet" className="-ms-4" onClick={() => setOpen(true)}>
        {recovery ? desk.details : desk.begin}
        <span className="sr-only">{`, ${name}`}</span>
      </Button>
      <Dialog open={open} onClose={close} title={recovery ? desk.menu(name) : desk.beginOf(name)}>
        {recovery ? (
          <RecoveryDetails recovery={recovery} onDone={close} />
        ) : (
          <BeginRecovery personId={personId} name={name} onDone={close} />
        )}
      </Dialog>
    </div>
  );
}
