import { useState } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useDuration } from '../portal/duration.ts';
import { hoursOffered, idleOffered, LimitChoice } from '../portal/limit-choice.tsx';
import { useLimitsText } from '../text/limits.ts';

const url = '/api/console/settings/identity.session-limits';
const daysOffered = [0, 1, 7, 14, 30, 60, 90] as const;

interface Limits {
  idleMinutes: number;
  hours: number;
  rememberDays: number;
}
type Who = 'staff' | 'clients';
interface Setting {
  value: Record<Who, Limits>;
  version: number;
}

/** How long the business lets people stay signed in, and devices go without the second step. */
export function SessionLimits() {
  const { data } = useSideData<Setting>(url);
  return data ? <Choices key={data.version} {...data} /> : null;
}

function Choices({ value, version }: Setting) {
  const text = useLimitsText();
  const [limits, setLimits] = useState(value);
  const save = useAct((chosen: Setting['value']) => api.put<Setting>(url, { value: chosen }, version), {
    refresh: [url],
    done: () => toast({ words: text.saved }),
  });
  return (
    <Card title={text.title} className="mt-4 max-w-2xl">
      <p className="mb-4 text-body text-muted">{text.lead}</p>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        {(['staff', 'clients'] as const).map((who) => (
          <LimitsOf
            key={who}
            who={who}
            limits={limits[who]}
            onChange={(changed) => setLimits({ ...limits, [who]: { ...limits[who], ...changed } })}
          />
        ))}
      </div>
      <Button weight="secondary" className="mt-4" busy={save.busy} onClick={() => void save.run(limits)}>
        {text.save}
      </Button>
    </Card>
  );
}

function LimitsOf({
  who,
  limits,
  onChange,
}: {
  who: Who;
  limits: Limits;
  onChange: (changed: Partial<Limits>) => void;
}) {
  const text = useLimitsText();
  const duration = useDuration();
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 text-body font-medium">{text[who]}</legend>
      <LimitChoice
        name={`${who}.idleMinutes`}
        label={text.idle}
        value={limits.idleMinutes}
        offered={idleOffered}
        say={(minutes) => duration(minutes!)}
        onValue={(minutes) => onChange({ idleMinutes: minutes! })}
      />
      <LimitChoice
        name={`${who}.hours`}
        label={text.hours}
        value={limits.hours}
        offered={hoursOffered}
        say={(hours) => duration(hours! * 60)}
        onValue={(hours) => onChange({ hours: hours! })}
      />
      <LimitChoice
        name={`${who}.rememberDays`}
        label={text.remember}
        value={limits.rememberDays}
        offered={daysOffered}
        say={(days) => (days === 0 ? text.never : text.days(days!))}
        onValue={(days) => onChange({ rememberDays: days! })}
      />
    </fieldset>
  );
}
