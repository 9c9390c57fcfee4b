import type { Directory } from '../../../../server/modules/directory/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { useRoleChoices } from './role-choices.ts';

type Group = Directory['groups'][number];

/** The list without one, and with it at another place. */
function moved(groups: readonly Group[], from: number, to: number): Group[] {
  const others = groups.toSpliced(from, 1);
  return others.toSpliced(to, 0, groups[from]!);
}

/** Which role each group gives, the first one deciding. */
export function DirectoryGroups({ directory }: { directory: Directory }) {
  const { directory: words } = useText();
  const { api: base } = useOrganization();
  const roles = useRoleChoices().filter(({ value }) => value !== 'owner');
  const form = useForm({
    initial: { byDefault: directory.byDefault, groups: directory.groups },
    send: ({ byDefault, groups }) =>
      api.put(`${base}/directory/roles`, {
        byDefault,
        groups: groups.map(({ id, role }) => ({ group: id, role })),
      }),
    refresh: [`${base}/directory`, `${base}/members`],
    done: () => toast({ words: words.saved }),
  });
  const { groups } = form.values;
  const put = (next: Group[]) => form.set({ groups: next });
  return (
    <Card title={words.groups}>
      <Form form={form}>
        <p className="text-body text-muted">{groups.length > 0 ? words.groupsLead : words.noGroups}</p>
        {groups.length > 0 && (
          <ol className="divide-y divide-line">
            {groups.map((group, at) => (
              <li key={group.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
                <div className="min-w-32 grow basis-40 text-body">
                  <p className="font-medium [overflow-wrap:anywhere]">{group.name}</p>
                  <p className="text-13 text-muted">{words.members(group.members)}</p>
                </div>
                <Select
                  bare
                  className="grow basis-48 sm:max-w-64"
                  name={`role-${group.id}`}
                  label={words.roleOf(group.name)}
                  value={group.role ?? ''}
                  choices={[{ value: '', label: words.nothing }, ...roles]}
                  onValue={(role) => put(groups.with(at, { ...group, role: role === '' ? null : role }))}
                />
                <span className="flex">
                  <IconButton
                    icon="up"
                    label={words.up(group.name)}
                    disabled={at === 0}
                    onClick={() => put(moved(groups, at, at - 1))}
                  />
                  <IconButton
                    icon="down"
                    label={words.down(group.name)}
                    disabled={at === groups.length - 1}
                    onClick={() => put(moved(groups, at, at + 1))}
                  />
                </span>
              </li>
            ))}
          </ol>
        )}
        <Select
          {...form.field('byDefault')}
          className="max-w-md"
          label={words.byDefault}
          hint={words.byDefaultHint}
          choices={roles}
        />
        <FormActs>
          <Button type="submit" weight="secondary" busy={form.busy}>
            {words.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
