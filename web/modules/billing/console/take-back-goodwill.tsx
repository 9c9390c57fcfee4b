import { useState } from 'react';
import type { ClientCredit } from '../../../../server/modules/billing/lot-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useCreditText } from '../text/desk-credit.ts';

/** Goodwill that was given by mistake leaves the credit again, as far as it is not used. */
export function TakeBack({
  url,
  credit: { currency },
  lot: { lot, left },
}: {
  url: string;
  credit: ClientCredit;
  lot: ClientCredit['lots'][number];
}) {
  const words = useCreditText();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const act = useAct(
    (body: object, key) => api.post<ClientCredit>(`${url}/goodwill/${currency}/${lot}/take-back`, body, key),
    {
      refresh: [url],
      done: () => {
        setAsking(false);
        toast({ words: words.takenBack });
      },
    },
  );
  return (
    <>
      <Button weight="quiet" onClick={() => setAsking(true)}>
        {words.takeBack}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.takeBackTitle}
        effect={words.takeBackEffect(format.money({ amount: left, currency }))}
        verb={words.takeBack}
        busy={act.busy}
        onConfirm={() => void act.run({})}
      />
    </>
  );
}
