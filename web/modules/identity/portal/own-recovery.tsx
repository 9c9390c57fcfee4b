import type { OwnRecovery as Own } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Time } from '../../../ui/time.tsx';
import { useRecoveryText } from '../text/recovery.ts';

const url = '/api/me/recovery';

/** Warns whoever is about to lose the second step, and stops it. */
export function OwnRecovery() {
  const { recovery } = useData<Own>(url);
  return recovery && <Warning dueAt={recovery.dueAt} />;
}

function Warning({ dueAt }: { dueAt: string }) {
  const { own } = useRecoveryText();
  const stop = useAct(() => api.delete(url), { refresh: [url], done: () => toast({ words: own.stopped }) });
  return (
    <Banner
      tone="danger"
      title={own.title}
      act={
        <Button weight="destructive" busy={stop.busy} onClick={() => void stop.run(undefined)}>
          {own.act}
        </Button>
      }
    >
      {own.words} <Time value={dueAt} style="dateTime" />
    </Banner>
  );
}
