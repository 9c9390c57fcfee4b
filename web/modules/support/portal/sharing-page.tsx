import type { Member } from '../../../../server/modules/organizations/contract.ts';
import type { Sharing } from '../../../../server/modules/support/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import type { Page as ListPage } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox, RadioCards } from '../../../ui/choices.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { useListText } from '../text/list.ts';

const modes = ['role', 'own', 'members', 'all'] as const;

/** Who of the organization reads all of its tickets, and not only those they follow. */
export function Page() {
  const { sharing: words } = useListText().levels;
  const { ticket } = useText();
  const { api: base, to } = useOrganization();
  const url = `${base}/ticket-sharing`;
  const { mode, people, version } = useData<Sharing>(url);
  const members = useData<ListPage<Member>>(`${base}/members?limit=100`).items;
  const form = useForm({
    initial: { mode, people },
    check: (now) => (now.mode === 'members' && now.people.length === 0 ? { people: words.choose } : {}),
    send: (now) => api.put(url, now, version),
    refresh: [url, `${base}/tickets`],
    done: () => toast({ words: words.saved }),
  });
  const chosen = form.values.people;
  const others = members.filter(({ role }) => role !== 'owner');
  return (
    <div className="max-w-2xl">
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ label: ticket.all, to: to.tickets() }]} />
      <Card>
        <Form form={form} label={words.title}>
          <RadioCards
            {...form.field('mode')}
            label={words.who}
            choices={modes.map((value) => ({
              value,
              label: words.modes[value],
              hint: words.hints[value],
            }))}
          />
          {form.values.mode === 'members' && (
            <FieldSet label={words.people} error={form.errors.people}>
              {others.length === 0 && <p className="text-13 text-muted">{words.nobody}</p>}
              {others.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  name={`person-${id}`}
                  label={name}
                  value={chosen.includes(id)}
                  onValue={(on) =>
                    form.set({ people: on ? [...chosen, id] : chosen.filter((one) => one !== id) })
                  }
                />
              ))}
            </FieldSet>
          )}
          <FormActs>
            <Button type="submit" busy={form.busy}>
              {words.save}
            </Button>
          </FormActs>
        </Form>
      </Card>
    </div>
  );
}
