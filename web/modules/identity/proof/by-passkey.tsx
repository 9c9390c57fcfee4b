import { useAct } from '../../../kernel/query/use-act.ts';
import { Button } from '../../../ui/button.tsx';
import { useProofText } from '../text/proof.ts';
import { signWithPasskey } from './passkey.ts';

/** Shows a passkey: `ask` says what to sign, `send` takes what was signed. */
export function ByPasskey({
  ask,
  send,
  onDone,
}: {
  ask: () => Promise<unknown>;
  send: (response: unknown) => Promise<unknown>;
  onDone: () => void;
}) {
  const { ways } = useProofText();
  const act = useAct(async () => send(await signWithPasskey(await ask())), { done: onDone });
  return (
    <Button wide icon="key" busy={act.busy} autoFocus onClick={() => void act.run(undefined)}>
      {ways.passkey}
    </Button>
  );
}
