import { useState } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { useText } from '../text/index.ts';

const url = '/api/console/settings/identity.second-step';
const roles = ['administrator', 'finance', 'support', 'operations'] as const;
type Role = (typeof roles)[number];
interface Asked {
  value: { staffRoles: Role[] };
  version: number;
}

/** Of which staff a second step is asked. */
export function AskedRoles() {
  const { data } = useSideData<Asked>(url);
  return data ? <Choice key={data.version} {...data} /> : null;
}

function Choice({ value, version }: Asked) {
  const { staff, asking } = useText();
  const [chosen, setChosen] = useState<readonly Role[]>(value.staffRoles);
  const save = useAct(
    (staffRoles: readonly Role[]) => api.put<Asked>(url, { value: { staffRoles } }, version),
    { refresh: [url], done: () => toast({ words: asking.saved }) },
  );
  return (
    <Card title={asking.staffTitle} className="mt-6 max-w-2xl">
      <p className="mb-2 text-body text-muted">{asking.staffLead}</p>
      {roles.map((role) => (
        <Checkbox
          key={role}
          name={role}
          label={staff.role[role]}
          value={chosen.includes(role)}
          onValue={(on) => setChosen(on ? [...chosen, role] : chosen.filter((one) => one !== role))}
        />
      ))}
      <Button weight="secondary" className="mt-3" busy={save.busy} onClick={() => void save.run(chosen)}>
        {asking.save}
      </Button>
    </Card>
  );
}
