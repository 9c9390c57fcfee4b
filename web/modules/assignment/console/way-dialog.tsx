import type { z } from 'zod';
import type { QueueWay } from '../../../../server/modules/assignment/contract.ts';
import type { agentList } from '../../../../server/modules/support/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
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
import { isWhole, skillsIn, wrongSkills } from './skills.ts';

const url = '/api/console/ticket-queue-ways';
const wayNames = ['hand', 'round_robin', 'least_loaded'] as const;

/** How a queue gives its tickets out: in which way, to whom, and what becomes of those that nobody takes. */
export function WayDialog({
  queue,
  all,
  onClose,
}: {
  queue: QueueWay;
  all: readonly QueueWay[];
  onClose: () => void;
}) {
  const { ways: words, team, saved } = useText();
  const text = useKernelText();
  const format = useFormat();
  const agents = useSideData<z.output<typeof agentList>>('/api/console/tickets/agents').data?.items ?? [];
  const form = useForm({
    initial: {
      way: queue.way,
      members: queue.members.map(({ id }) => id),
      skills: queue.skills.join(' '),
      matchLanguage: queue.matchLanguage,
      matchTags: queue.matchTags,
      tiersFirst: queue.tiersFirst,
      overflowTo: queue.overflowTo ?? '',
      minutes: String(queue.overflowMinutes ?? 30),
    },
    check: ({ skills, overflowTo, minutes }) => ({
      ...(wrongSkills(skills) && { skills: team.skillsWrong }),
      ...(overflowTo && !isWhole(minutes, 1, 10_080) && { minutes: words.minutesWrong }),
    }),
    send: ({ way, members, skills, matchLanguage, matchTags, tiersFirst, overflowTo, minutes }) =>
      api.put(
        `${url}/${encodeURIComponent(queue.queue)}`,
        {
          way,
          members: members.filter((id) => agents.some((one) => one.id === id)),
          skills: skillsIn(skills),
          matchLanguage,
          matchTags,
          tiersFirst,
          overflow: overflowTo ? { to: overflowTo, minutes: Number(minutes) } : null,
        },
        queue.version,
      ),
    refresh: [url, '/api/console/support-team', '/api/console/duty'],
    done: () => {
      toast({ words: saved(format.words(queue.titles)) });
      onClose();
    },
  });
  const { values } = form;
  const others = all.filter((one) => one.queue !== queue.queue);
  return (
    <Dialog open onClose={onClose} title={`${words.edit}: ${format.words(queue.titles)}`}>
      <Form form={form}>
        <Select
          {...form.field('way')}
          label={words.way}
          hint={words.hints[values.way]}
          choices={wayNames.map((value) => ({ value, label: words.names[value] }))}
        />
        {values.way !== 'hand' && (
          <>
            <FieldSet label={words.members} hint={words.membersHint}>
              <div className="grid max-h-56 gap-x-4 gap-y-1 overflow-y-auto sm:grid-cols-2">
                {agents.map(({ id, name }) => (
                  <Checkbox
                    key={id}
                    name={`member-${id}`}
                    label={name}
                    value={values.members.includes(id)}
                    onValue={(on) =>
                      form.set({
                        members: on ? [...values.members, id] : values.members.filter((one) => one !== id),
                      })
                    }
                  />
                ))}
              </div>
            </FieldSet>
            <TextField
              {...form.field('skills')}
              optional
              label={words.skills}
              hint={team.skillsHint}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
            <Checkbox
              {...form.field('matchLanguage')}
              label={words.matchLanguage}
              hint={words.matchLanguageHint}
            />
            <Checkbox {...form.field('matchTags')} label={words.matchTags} hint={words.matchTagsHint} />
            <Checkbox {...form.field('tiersFirst')} label={words.tiersFirst} hint={words.tiersFirstHint} />
            <Select
              {...form.field('overflowTo')}
              label={words.overflowTo}
              hint={words.overflowHint}
              choices={[
                { value: '', label: words.stays },
                ...others.map((one) => ({
                  value: one.queue,
                  label: words.passes(format.words(one.titles)),
                })),
              ]}
            />
            {values.overflowTo && (
              <TextField
                {...form.field('minutes')}
                label={words.overflowMinutes}
                inputMode="numeric"
                autoComplete="off"
              />
            )}
          </>
        )}
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {text.save}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
