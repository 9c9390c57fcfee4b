import { useState } from 'react';
import type { Proofs } from '../../../../server/modules/identity/contract.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Button } from '../../../ui/button.tsx';
import { useProofText } from '../text/proof.ts';
import type { CodeKind } from './code-field.tsx';

export type Phone = Proofs['phone'];
type By = 'email' | 'whatsapp' | 'sms';

/** A code of this kind has to be asked for before it can be typed. */
export const isSent = (kind: string): kind is 'email_code' | 'message_code' =>
  kind === 'email_code' || kind === 'message_code';

/** Has a code sent; says when it is on its way, and offers another one, to a phone also the other way. */
export function SendCode({
  kind,
  phone,
  send,
  onSent,
}: {
  kind: CodeKind;
  phone: Phone;
  send: (by: By, key: string) => Promise<unknown>;
  onSent: () => void;
}) {
  const text = useProofText();
  const [sent, setSent] = useState<By | null>(null);
  const act = useAct((by: By, key) => send(by, key), {
    done: (_, by) => {
      setSent(by);
      onSent();
    },
  });
  const first = kind === 'message_code' && phone ? phone.channel : 'email';
  const other = first === 'whatsapp' ? 'sms' : 'whatsapp';
  return (
    <div className="flex flex-col gap-2">
      {sent ? (
        <p role="status" className="text-body text-muted">
          {text.sent(sent)}
        </p>
      ) : (
        first !== 'email' && <p className="text-body text-muted">{text.goesTo(phone!.ending)}</p>
      )}
      <Button
        weight={sent ? 'quiet' : 'primary'}
        wide
        icon={first === 'email' ? 'mail' : 'phone'}
        busy={act.busy}
        onClick={() => void act.run(sent ?? first)}
      >
        {sent ? text.sendAgain : text.send[first]}
      </Button>
      {first !== 'email' && (
        <Button
          weight="quiet"
          wide
          busy={act.busy}
          onClick={() => void act.run(sent === other ? first : other)}
        >
          {text.instead[sent === other ? first : other]}
        </Button>
      )}
    </div>
  );
}
