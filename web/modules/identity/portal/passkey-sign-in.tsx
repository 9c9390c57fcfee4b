import { useEffect } from 'react';
import type { StepDue } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Button } from '../../../ui/button.tsx';
import { useText } from '../text/index.ts';

const passkeys = () => import('../proof/passkey.ts');
const options = () => api.post<unknown>('/api/session/passkey/options', {}, crypto.randomUUID());
const send = (response: unknown) =>
  api.post<StepDue | undefined>('/api/session/passkey', { response }, crypto.randomUUID());

/** Shorter than a challenge is good for, as the page may stand open for long. */
const offerAgainAfter = 240_000;

/** A challenge is kept for each offer, so none is made before somebody turns to a field. */
const turns = ['focusin', 'pointerdown', 'keydown'] as const;

/** The first choice: one touch, no password. The browser offers passkeys in the field of the address as well. */
export function PasskeySignIn({ onAnswer }: { onAnswer: (due: StepDue | undefined) => void }) {
  const { signIn } = useText();
  const act = useAct(
    async () => {
      const { signWithPasskey } = await passkeys();
      return send(await signWithPasskey(await options()));
    },
    { done: onAnswer },
  );
  useOffer(onAnswer);
  return (
    <div className="mb-5 flex flex-col gap-4 [@media(scripting:none)]:hidden">
      <Button wide weight="secondary" icon="key" busy={act.busy} onClick={() => void act.run(undefined)}>
        {signIn.withPasskey}
      </Button>
      <p className="flex items-center gap-3 text-13 text-muted before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        {signIn.orPassword}
      </p>
    </div>
  );
}

function useOffer(onAnswer: (due: StepDue | undefined) => void) {
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    async function offer() {
      const { offerPasskeys } = await passkeys();
      if (left) return;
      timer = setTimeout(() => void offer(), offerAgainAfter);
      const response = await offerPasskeys(options).catch(() => null);
      if (left || !response) return;
      await send(response).then(onAnswer, () => offer());
    }
    function begin({ target }: Event) {
      if (!(target instanceof HTMLInputElement)) return;
      for (const turn of turns) removeEventListener(turn, begin);
      void offer();
    }
    for (const turn of turns) addEventListener(turn, begin, { passive: true });
    return () => {
      left = true;
      for (const turn of turns) removeEventListener(turn, begin);
      clearTimeout(timer);
      void passkeys().then(({ withdrawOffer }) => withdrawOffer());
    };
    // One offer for the life of the page.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
}
