import { useEffect, useRef } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Button } from '../../../ui/button.tsx';
import { useProofText } from '../text/proof.ts';
import { proven } from './proven.ts';

/** Has the company's provider ask, in a window beside this one, so that what was typed here stays. */
export function ByProvider({ onDone }: { onDone: () => void }) {
  const { provider } = useProofText();
  useEffect(() => {
    const channel = new BroadcastChannel(proven);
    channel.addEventListener('message', onDone);
    return () => channel.close();
  }, [onDone]);
  const beside = useRef<Window | null>(null);
  const act = useAct(async (_: undefined, key) => {
    try {
      const { url } = await api.post<{ url: string }>('/api/sso/proof', undefined, key);
      (beside.current ?? window).location.assign(url);
    } catch (error) {
      beside.current?.close();
      throw error;
    }
  });
  const open = () => {
    // Browsers open a window only for the press itself, not for an answer after it.
    beside.current = window.open();
    void act.run(undefined);
  };
  return (
    <>
      <p className="text-13 text-muted">{provider.lead}</p>
      <Button wide icon="building" busy={act.busy} autoFocus onClick={open}>
        {provider.act}
      </Button>
    </>
  );
}
