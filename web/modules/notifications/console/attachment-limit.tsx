import { useState } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useDeskText } from '../text/desk.ts';

const url = '/api/console/settings/notifications.attachments';
const offered = [0, 2, 5, 10, 15, 20, 25];

interface Setting {
  value: { maxMegabytes: number };
  version: number;
}

/** How much goes along with one mail. */
export function AttachmentLimit() {
  const { data } = useSideData<Setting>(url);
  return data ? <Choice key={data.version} {...data} /> : null;
}

function Choice({ value, version }: Setting) {
  const { enclosed: words } = useDeskText();
  const [most, setMost] = useState(value.maxMegabytes);
  const save = useAct((maxMegabytes: number) => api.put(url, { value: { maxMegabytes } }, version), {
    refresh: [url],
    done: () => toast({ words: words.saved }),
  });
  const all = offered.includes(value.maxMegabytes) ? offered : [...offered, value.maxMegabytes];
  return (
    <Card title={words.title} className="mt-4 max-w-2xl">
      <p className="mb-4 text-body text-muted">{words.lead}</p>
      <Select
        name="maxMegabytes"
        label={words.together}
        hint={words.hint}
        value={String(most)}
        choices={all.map((count) => ({
          value: String(count),
          label: count === 0 ? words.none : words.megabytes(count),
        }))}
        onValue={(chosen) => setMost(Number(chosen))}
      />
      <Button weight="secondary" className="mt-4" busy={save.busy} onClick={() => void save.run(most)}>
        {words.save}
      </Button>
    </Card>
  );
}
