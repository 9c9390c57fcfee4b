import { useState } from 'react';
import type { Organization } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useLimitsText } from '../text/limits.ts';
import { useDuration } from './duration.ts';
import { hoursOffered, idleOffered, LimitChoice } from './limit-choice.tsx';

type Wish = Organization['sessionLimits'];

/** For how long an organization lets its members stay signed in. */
export function Part() {
  const { api: base } = useOrganization();
  const { data } = useSideData<Organization>(base);
  return data ? (
    <Choice key={JSON.stringify(data.sessionLimits)} base={base} now={data.sessionLimits} />
  ) : null;
}

function Choice({ base, now }: { base: string; now: Wish }) {
  const text = useLimitsText();
  const duration = useDuration();
  const [wish, setWish] = useState(now);
  const save = useAct((chosen: Wish) => api.put<void>(`${base}/session-limits`, chosen), {
    refresh: [base, '/api/me/sessions'],
    done: () => toast({ words: text.saved }),
  });
  const say = (minutes: number | null) => (minutes === null ? text.asBusiness : duration(minutes));
  return (
    <Card title={text.title}>
      <p className="mb-3 text-body text-muted">{text.organizationLead}</p>
      <div className="flex flex-col gap-4">
        <LimitChoice
          name="idleMinutes"
          label={text.idle}
          value={wish.idleMinutes}
          offered={[null, ...idleOffered]}
          say={say}
          onValue={(idleMinutes) => setWish({ ...wish, idleMinutes })}
        />
        <LimitChoice
          name="hours"
          label={text.hours}
          value={wish.hours}
          offered={[null, ...hoursOffered]}
          say={(hours) => say(hours && hours * 60)}
          onValue={(hours) => setWish({ ...wish, hours })}
        />
        <div>
          <Button weight="secondary" busy={save.busy} onClick={() => void save.run(wish)}>
            {text.save}
          </Button>
        </div>
      </div>
    </Card>
  );
}
