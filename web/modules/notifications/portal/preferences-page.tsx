import { useId } from 'react';
import type { Preference } from '../../../../server/modules/notifications/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { session } from '../../../kernel/session/session.ts';
import { toast } from '../../../kernel/toast.ts';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { useWorkText } from '../text/work.ts';
import { ReachOf } from './reach.tsx';

const url = '/api/me/message-preferences';

export function Page() {
  const { preferences: words } = useText();
  const { items } = useData<{ items: Preference[] }>(url, 'notifications.preferences-changed');
  const staff = session.use()?.staff;
  // Topics about the work of staff say nothing to a client.
  const { topics: ofWork } = useWorkText();
  const shown = items.filter(({ topic }) => staff || !(topic in ofWork));
  return (
    <div className="max-w-3xl">
      <PageHeader title={words.title} lead={words.lead} />
      <Card flush>
        <div className="divide-y divide-line">
          {shown.map((preference) => (
            <TopicRow key={preference.topic} preference={preference} />
          ))}
        </div>
      </Card>
    </div>
  );
}

function TopicRow({ preference: { topic, required, email, inApp, reach } }: { preference: Preference }) {
  const { preferences: words } = useText();
  const work = useWorkText();
  const id = useId();
  const { name, hint } = words.topics[topic] ?? work.topics[topic] ?? { name: topic, hint: '' };
  return (
    <div
      role="group"
      aria-labelledby={id}
      className="grid gap-x-6 gap-y-1 px-4 py-4 sm:grid-cols-[minmax(0,1fr)_10rem_10rem] sm:px-5"
    >
      <div className="text-body">
        <h2 id={id} className="text-body font-medium">
          {name}
        </h2>
        <p className="text-13 text-muted">{hint}</p>
        {reach && <p className="mt-1 text-13 text-muted">{work.queues}</p>}
        {required && (
          <p className="mt-1 flex items-start gap-1.5 text-13 text-muted">
            <Icon name="mail" size={16} className="mt-0.5" />
            {words.requiredFor[topic] ?? work.requiredFor[topic] ?? words.required}
          </p>
        )}
      </div>
      {reach ? (
        <>
          <ReachOf topic={topic} name={name} channel="email" label={words.email} value={reach.email} />
          <ReachOf topic={topic} name={name} channel="in_app" label={words.inApp} value={reach.inApp} />
        </>
      ) : (
        <>
          <Channel topic={topic} name={name} channel="email" label={words.email} value={email} />
          <Channel topic={topic} name={name} channel="in_app" label={words.inApp} value={inApp} />
        </>
      )}
    </div>
  );
}

function Channel({
  topic,
  name,
  channel,
  label,
  value,
}: {
  topic: string;
  name: string;
  channel: 'email' | 'in_app';
  label: string;
  value: boolean;
}) {
  const { preferences: words } = useText();
  const choose = useAct(
    (wanted: boolean) => api.put(`${url}/${encodeURIComponent(topic)}`, { channel, wanted }),
    {
      refresh: [url],
      done: (_, wanted) => toast({ words: wanted ? words.wanted(name, label) : words.refused(name, label) }),
    },
  );
  return (
    <Checkbox
      name={`${topic}.${channel}`}
      label={label}
      // Shows the choice at once; a refusal puts it back.
      value={choose.busy ? !value : value}
      onValue={(wanted) => void choose.run(wanted)}
    />
  );
}
