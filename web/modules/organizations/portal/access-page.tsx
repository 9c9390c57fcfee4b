import type { Member } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Breakable } from '../../../ui/breakable.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { KeysWithAccess } from './keys-with-access.tsx';
import { MemberActs } from './member-acts.tsx';
import { StandingWords } from './standing-words.tsx';

const periods = [null, 1, 3, 6, 12];

/** Who has access and where from, to be looked through now and then. */
export function Page() {
  const { access: words, members } = useText();
  const { api: base, to } = useOrganization();
  const list = useList<Member>(`${base}/members?limit=100`, 'organizations.member');
  const { months } = useData<{ months: number | null }>(`${base}/review`);
  const remind = useAct((every: number | null) => api.put(`${base}/review`, { months: every }), {
    refresh: [`${base}/review`],
    done: (_, every) => every !== null && toast({ words: words.periodSaved }),
  });
  const columns: Column<Member>[] = [
    {
      key: 'name',
      header: members.name,
      card: 'title',
      cell: ({ name, email, via }) => (
        <span className="min-w-0">
          <span className="block font-medium">{name}</span>
          <span className="block text-13 [overflow-wrap:anywhere] text-muted">
            <Breakable words={email} />
          </span>
          {via && (
            <span className="block text-13 text-muted">
              {via.name ? words.via(via.name) : words.viaAbove}
            </span>
          )}
        </span>
      ),
    },
    { key: 'role', header: members.role, card: 'when', cell: (one) => <StandingWords standing={one} /> },
    {
      key: 'since',
      header: members.since,
      card: 'none',
      cell: ({ since, invitedBy }) => (
        <>
          <Time value={since} style="date" />
          {invitedBy && <span className="block text-13 text-muted">{words.invitedBy(invitedBy)}</span>}
        </>
      ),
    },
    {
      key: 'seen',
      header: words.lastSeen,
      card: 'none',
      cell: ({ lastSeen }) => (lastSeen ? <Time value={lastSeen} /> : words.never),
    },
    {
      key: 'reviewed',
      header: words.reviewed,
      card: 'rest',
      cell: (one) => <Reviewed member={one} />,
    },
    {
      key: 'acts',
      header: members.actions,
      card: 'figure',
      align: 'end',
      cell: (one) => <MemberActs member={one} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: members.title, to: to.members() }]}
        aside={
          <a href={`${base}/members/file`} download className={buttonClass('secondary', false)}>
            {words.download}
          </a>
        }
      />
      <div className="flex flex-col gap-4">
        <Select
          className="max-w-xs"
          name="months"
          label={words.remind}
          value={String(months)}
          choices={periods.map((value) => ({
            value: String(value),
            label: value === null ? words.noReminder : words.every(value),
          }))}
          onValue={(value) => void remind.run(value === 'null' ? null : Number(value))}
        />
        <Card flush>
          <ListBody list={list}>
            <DataTable caption={words.title} rows={list.items} columns={columns} rowKey={({ id }) => id} />
          </ListBody>
        </Card>
        <KeysWithAccess />
      </div>
    </>
  );
}

function Reviewed({ member }: { member: Member }) {
  const { access: words } = useText();
  const { api: base } = useOrganization();
  const mark = useAct(
    (_: undefined, key) => api.post(`${base}/members/${member.id}/review`, undefined, key),
    {
      refresh: [`${base}/members`],
      done: () => toast({ words: words.marked(member.name) }),
    },
  );
  if (member.via) return null;
  return (
    <span className="flex flex-wrap items-center justify-between gap-1 text-13 as-table:flex-col as-table:items-start">
      {member.reviewedAt ? (
        <span>
          <Time value={member.reviewedAt} style="date" />
          {member.reviewedBy && <span className="block text-muted">{words.by(member.reviewedBy)}</span>}
        </span>
      ) : (
        <span className="text-muted">{words.notYet}</span>
      )}
      <Button
        weight="quiet"
        icon="check"
        className="-me-4 as-table:-ms-4 as-table:me-0"
        busy={mark.busy}
        onClick={() => void mark.run(undefined)}
      >
        {words.stillRight}
      </Button>
    </span>
  );
}
