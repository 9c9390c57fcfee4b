import { useState } from 'react';
import type { EvidencePack } from '../../../../server/modules/evidence/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useText } from '../text/desk-pack.ts';

interface Props {
  url: string;
  can: EvidencePack['can'];
  refresh: readonly string[];
  verb: string;
  /** Why it cannot be sent as it stands on the page. */
  blocked?: string | null;
}

export function SendToBank({ url, can, refresh, verb, blocked }: Props) {
  const words = useText();
  const [asking, setAsking] = useState(false);
  const submit = useAct((body: object, key) => api.post<EvidencePack>(`${url}/submit`, body, key), {
    refresh,
    done: () => {
      setAsking(false);
      toast({ words: words.submitted });
    },
  });
  return (
    <>
      <Button
        icon="send"
        reason={can.submit === true ? (blocked ?? null) : reasonWords(can.submit.no)}
        onClick={() => setAsking(true)}
      >
        {verb}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.submitTitle}
        effect={words.submitEffect}
        verb={words.submit}
        busy={submit.busy}
        onConfirm={() => void submit.run({})}
      />
    </>
  );
}
