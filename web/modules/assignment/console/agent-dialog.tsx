import type { z } from 'zod';
import type { skillList, SupportAgent } from '../../../../server/modules/assignment/contract.ts';
import type { tierList } from '../../../../server/modules/organizations/tier-contract.ts';
import type { calendarList } from '../../../../server/modules/support/sla-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { choiceOf, presenceFor, usePresenceChoices } from './presence.ts';
import { isWhole, skillsIn, wrongSkills } from './skills.ts';

const url = '/api/console/support-team';
type TierList = z.output<typeof tierList>;

/** How many tickets somebody takes, what they know, when they are on duty, and whether they are there. */
export function AgentDialog({ agent, onClose }: { agent: SupportAgent; onClose: () => void }) {
  const { team: words, duty, saved } = useText();
  const text = useKernelText();
  const calendars =
    useSideData<z.output<typeof calendarList>>('/api/console/service-levels/calendars').data?.items ?? [];
  const known = useSideData<z.output<typeof skillList>>('/api/console/support-skills').data?.items ?? [];
  const tiers = (useSideData<TierList>('/api/console/client-tiers').data?.items ?? []).filter(
    ({ id, archived }) => !archived || agent.tiers.includes(id),
  );
  const format = useFormat();
  const choices = usePresenceChoices(agent);
  const form = useForm({
    initial: {
      capacity: String(agent.capacity),
      skills: agent.skills.join(' '),
      tiers: agent.tiers as readonly string[],
      calendarId: agent.calendar?.id ?? '',
      choice: choiceOf(agent),
    },
    check: ({ capacity, skills }) => ({
      ...(!isWhole(capacity, 0, 500) && { capacity: words.capacityWrong }),
      ...(wrongSkills(skills) && { skills: words.skillsWrong }),
    }),
    send: async ({ capacity, skills, tiers: kept, calendarId, choice }) => {
      const body = {
        capacity: Number(capacity),
        skills: skillsIn(skills),
        tiers: kept,
        calendarId: calendarId === '' ? null : calendarId,
      };
      await api.put(`${url}/${agent.id}`, body, agent.version);
      const presence = presenceFor(choice, agent);
      if (presence) await api.put(`${url}/${agent.id}/presence`, presence);
    },
    refresh: [url, '/api/console/support-skills', '/api/console/duty'],
    done: () => {
      toast({ words: saved(agent.name) });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={agent.name}>
      <Form form={form}>
        <TextField
          {...form.field('capacity')}
          label={words.capacity}
          hint={words.capacityHint}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField
          {...form.field('skills')}
          optional
          label={words.skills}
          hint={`${words.skillsHint}${known.length > 0 ? ` ${words.known(known.join(', '))}` : ''}`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        {tiers.length > 0 && (
          <FieldSet label={words.tiers} hint={words.tiersHint}>
            <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
              {tiers.map(({ id, titles }) => (
                <Checkbox
                  key={id}
                  name={`tier-${id}`}
                  label={format.words(titles)}
                  value={form.values.tiers.includes(id)}
                  onValue={(on) =>
                    form.set({
                      tiers: on ? [...form.values.tiers, id] : form.values.tiers.filter((one) => one !== id),
                    })
                  }
                />
              ))}
            </div>
          </FieldSet>
        )}
        <Select
          {...form.field('calendarId')}
          label={words.calendar}
          hint={words.calendarHint}
          choices={[
            { value: '', label: words.always },
            ...calendars.map(({ id, name }) => ({ value: id, label: name })),
            ...(agent.calendar && !calendars.some(({ id }) => id === agent.calendar?.id)
              ? [{ value: agent.calendar.id, label: agent.calendar.name }]
              : []),
          ]}
        />
        <Select {...form.field('choice')} label={duty.forOther} choices={choices} />
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {text.save}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
