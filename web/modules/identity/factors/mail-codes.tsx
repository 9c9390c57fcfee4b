import { useState } from 'react';
import type { NewCodes } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useFactorText } from '../text/factors.ts';
import { FactorLine } from './factor-row.tsx';
import { factorsUrl } from './factors-url.ts';

export function MailCodes({
  on,
  stays,
  onCodes,
}: {
  on: boolean;
  /** Why it cannot be turned off. */
  stays: string | null;
  onCodes: (codes: NewCodes) => void;
}) {
  const { mail, removeEffect } = useFactorText();
  const [asking, setAsking] = useState(false);
  const act = useAct((next: boolean) => api.put<NewCodes>('/api/me/mail-codes', { on: next }), {
    refresh: [factorsUrl],
    done: (codes, next) => {
      setAsking(false);
      toast({ words: next ? mail.turnedOn : mail.turnedOff });
      onCodes(codes);
    },
  });
  return (
    <>
      <FactorLine
        icon="mail"
        name={mail.what}
        detail={mail.hint}
        act={
          <Button
            weight={on ? 'quiet' : 'secondary'}
            busy={act.busy && !asking}
            reason={on ? stays : null}
            onClick={() => (on ? setAsking(true) : void act.run(true))}
          >
            {on ? mail.turnOff : mail.turnOn}
          </Button>
        }
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={mail.offTitle}
        effect={removeEffect}
        verb={mail.turnOff}
        destructive
        busy={act.busy}
        onConfirm={() => void act.run(false)}
      />
    </>
  );
}
