import type { Reach } from '../../../../server/modules/notifications/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Select } from '../../../ui/inputs.tsx';
import { useWorkText } from '../text/work.ts';

const url = '/api/me/message-preferences';
const order: readonly Reach[] = ['all', 'queues', 'given', 'none'];

/** How much of a topic one wants on one channel. */
export function ReachOf(of: {
  topic: string;
  name: string;
  channel: 'email' | 'in_app';
  label: string;
  value: Reach;
}) {
  const { topic, name, channel, label, value } = of;
  const words = useWorkText();
  const choose = useAct(
    (reach: Reach) => api.put(`${url}/${encodeURIComponent(topic)}`, { channel, reach }),
    {
      refresh: [url],
      done: (_, reach) => toast({ words: words.reached(name, label, words.reaches[reach]) }),
    },
  );
  return (
    <Select
      name={`${topic}.${channel}`}
      label={label}
      value={value}
      choices={order.map((reach) => ({ value: reach, label: words.reaches[reach] }))}
      onValue={(reach) => void choose.run(reach)}
    />
  );
}
