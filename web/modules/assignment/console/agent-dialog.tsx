import type { z } from 'zod';
import type { skillList, SupportAgent } from '../../../../server/modules/assignment/contract.ts';
import type { calendarList } from '../../../../server/modules/support/sla-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { choiceOf, presenceFor, usePresenceChoices } from './presence.ts';
import { isWhole, skillsIn, wrongSkills } from './skills.ts';

const url = '/api/console/support-team';

/** How many tickets somebody takes, what they know, when they are on duty, and whether they are there. */
export function AgentDialog({ agent, onClose }: { agent: SupportAgent; onClose: () => void }) {
  const { team: words, duty, saved } = useText();
  const text = useKernelText();
  const calendars =
    useSideData<z.output<typeof calendarList>>('/api/console/service-levels/calendars').data?.items ?? [];
  const known = useSideData<z.output<typeof skillList>>('/api/console/support-skills').data?.items ?? [];
  const choices = usePresenceChoices(agent);
  const form = useForm({
    initial: {
      capacity: String(agent.capacity),
      skills: agent.skills.join(' '),
      calendarId: agent.calendar?.id ?? '',
      choice: choiceOf(agent),
    },
    check: ({ capacity, skills }) => ({
      ...(!isWhole(capacity, 0, 500) && { capacity: words.capacityWrong }),
      ...(wrongSkills(skills) && { skills: words.skillsWrong }),
    }),
    send: async ({ capacity, skills, calendarId, choice }) => {
      const body = {
        capacity: Number(capacity),
        skills: skillsIn(skills),
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
