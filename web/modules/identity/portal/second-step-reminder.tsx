import type { Factors } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../text/index.ts';

const url = '/api/me/factors';

/** Urges whoever has only a password to add a second step; sent away, it comes back after a month. */
export function Part() {
  const { data } = useSideData<Factors>(url);
  return data?.remind ? <Reminder /> : null;
}

function Reminder() {
  const { remember } = useText();
  const later = useAct(() => api.put<void>('/api/me/factor-reminder', {}), { refresh: [url] });
  return (
    <Card title={remember.title}>
      <p className="text-body text-muted">{remember.words}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton to={paths.security()} weight="secondary" icon="shield">
          {remember.act}
        </LinkButton>
        <Button weight="quiet" busy={later.busy} onClick={() => void later.run(undefined)}>
          {remember.later}
        </Button>
      </div>
    </Card>
  );
}
