import type { Organization } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../text/index.ts';

/** Whether an organization lets in only members who take a second step. */
export function Part() {
  const { asking } = useText();
  const { api: base } = useOrganization();
  const { data } = useSideData<Organization>(base);
  const act = useAct((asked: boolean) => api.put<void>(`${base}/second-step`, { asked }), {
    refresh: [base],
    done: () => toast({ words: asking.saved }),
  });
  if (!data) return null;
  const on = data.asksSecondStep;
  return (
    <Card title={asking.title}>
      <p className="mb-3 text-body text-muted">{on ? asking.on : asking.off}</p>
      <Button weight="secondary" busy={act.busy} onClick={() => void act.run(!on)}>
        {on ? asking.stop : asking.start}
      </Button>
    </Card>
  );
}
