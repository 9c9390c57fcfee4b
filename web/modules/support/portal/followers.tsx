import type { Member } from '../../../../server/modules/organizations/contract.ts';
import type { TicketDetail } from '../../../../server/modules/support/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import { toast } from '../../../kernel/toast.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { CopiedList } from '../shared/copied/copied-list.tsx';
import { useFollowerText } from '../text/followers.ts';

/** Who is told of replies: colleagues, and by mail whom a client copied. */
export function Followers({ ticket, url, most }: { ticket: TicketDetail; url: string; most: number }) {
  const words = useFollowerText();
  const { api: base, to } = useOrganization();
  const me = usePerson();
  const mayWrite = useCan('support.ticket.use');
  const readsAll = useCan('support.ticket.read-all');
  const { data: members } = useSideData<Page<Member>>(`${base}/members?limit=100`, 'organizations.');
  const others = (members?.items ?? []).filter(({ id }) => !ticket.followers.some((one) => one.id === id));
  const add = useAct(({ id }: { id: string; name: string }) => api.put(`${url}/followers/${id}`, {}), {
    refresh: [url],
    done: (_, { name }) => toast({ words: words.added(name) }),
  });
  const remove = useAct(({ id }: { id: string; name: string }) => api.delete(`${url}/followers/${id}`), {
    done: (_, { id, name }) => {
      toast({ words: id === me.id ? words.left : words.removed(name) });
      // Who reads only what they follow cannot stay.
      if (id === me.id && !readsAll) goTo(to.tickets());
    },
  });
  return (
    <Card title={words.title}>
      <p className="mb-3 text-13 text-muted">{words.hint}</p>
      <ul className="flex flex-col gap-1">
        {ticket.followers.map(({ id, name }) => (
          <li key={id} className="flex min-h-9 items-center gap-2.5 text-14">
            <Avatar name={name} size={24} />
            <span className="min-w-0 grow truncate">
              {name}
              {id === me.id && <span className="text-muted"> ({words.me})</span>}
            </span>
            <IconButton
              icon="close"
              label={id === me.id ? words.leave : words.remove(name)}
              onClick={() => void remove.run({ id, name })}
            />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Select
          label={words.add}
          name="follower"
          className="mt-3"
          optional={false}
          value=""
          onValue={(id) => {
            const chosen = others.find((one) => one.id === id);
            if (chosen) void add.run({ id, name: chosen.name });
          }}
          choices={[
            { value: '', label: words.choose },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <CopiedList copied={ticket.copied} url={url} most={mayWrite ? most : 0} />
    </Card>
  );
}
