import type { z } from 'zod';
import type { Level, levelList } from '../../../../server/modules/escalation/contract.ts';
import type { rotaList } from '../../../../server/modules/escalation/rota-contract.ts';
import type { agentList } from '../../../../server/modules/support/contract.ts';
import type { calendarList } from '../../../../server/modules/support/sla-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { Choose } from './choose.tsx';
import { fits } from './rule-form.ts';

const url = '/api/console/escalation-levels';
const to = consolePaths;
const audiences = ['assignee', 'support', 'administrators'] as const;
const channels = ['in_app', 'email'] as const;

/** Whom each level reaches, and how long it waits. */
export function Page() {
  const { levels: words, list, ticketsTitle } = useText();
  const { items } = useData<z.output<typeof levelList>>(url);
  const mayChange = useCan('escalation.rules.manage');
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[
          { label: ticketsTitle, to: to.tickets() },
          { label: list.title, to: to.escalations() },
        ]}
      />
      {!mayChange && (
        <div className="mb-4">
          <Banner tone="info" title={words.readOnly} />
        </div>
      )}
      <div className="flex flex-col gap-4">
        {items.map((level) => (
          <LevelCard key={`${level.level} ${level.version}`} level={level} mayChange={mayChange} />
        ))}
      </div>
    </div>
  );
}

function LevelCard({ level, mayChange }: { level: Level; mayChange: boolean }) {
  const { levels: words, levelNames, saved } = useText();
  const rotas = useData<z.output<typeof rotaList>>('/api/console/on-call-rotas').items;
  const agents = useData<z.output<typeof agentList>>('/api/console/tickets/agents').items;
  const calendars = useData<z.output<typeof calendarList>>('/api/console/service-levels/calendars').items;
  const title = levelNames[String(level.level) as keyof typeof levelNames];
  const form = useForm({
    initial: {
      audience: level.audience,
      people: level.people.map(({ id }) => id),
      rotaId: level.rotaId ?? '',
      channels: level.channels,
      ackMinutes: level.ackMinutes === null ? '' : String(level.ackMinutes),
      calendarId: level.calendarId ?? '',
      repeats: String(level.repeats),
    },
    check: (values) => ({
      ...(!fits(values.ackMinutes, 5, 10_080) && { ackMinutes: words.ackWrong }),
      ...(!fits(values.repeats || '-', 0, 10) && { repeats: words.repeatsWrong }),
      ...(values.channels.length === 0 && { channels: words.aChannel }),
      ...(values.audience.length + values.people.length === 0 && !values.rotaId
        ? { audience: words.somebody }
        : {}),
    }),
    send: ({ ackMinutes, rotaId, calendarId, repeats, ...values }) =>
      api.put(
        `${url}/${level.level}`,
        {
          ...values,
          rotaId: rotaId || null,
          calendarId: calendarId || null,
          ackMinutes: ackMinutes.trim() === '' ? null : Number(ackMinutes),
          repeats: Number(repeats),
        },
        level.version,
      ),
    refresh: [url],
    done: () => toast({ words: saved(title) }),
  });
  const some = <Name extends 'audience' | 'people' | 'channels'>(name: Name) => ({
    ...form.field(name),
    name: `${level.level}-${name}`,
  });
  return (
    <Card title={title}>
      <Form form={form} label={title}>
        <fieldset disabled={!mayChange} className="flex flex-col gap-4">
          <legend className="sr-only">{title}</legend>
          <Choose
            {...some('audience')}
            label={words.audience}
            choices={audiences.map((value) => ({ value, label: words.audiences[value] }))}
          />
          <Choose
            {...some('people')}
            label={words.people}
            choices={agents.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Choose
            {...some('channels')}
            label={words.channels}
            choices={channels.map((value) => ({ value, label: words.channelNames[value] }))}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              {...form.field('rotaId')}
              label={words.rota}
              choices={[
                { value: '', label: words.noRota },
                ...rotas.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <TextField
              {...form.field('ackMinutes')}
              optional
              label={words.ack}
              hint={words.ackHint}
              inputMode="numeric"
              autoComplete="off"
            />
            <Select
              {...form.field('calendarId')}
              label={words.calendar}
              hint={words.calendarHint}
              choices={[
                { value: '', label: words.always },
                ...calendars.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            {level.level === 3 && (
              <TextField
                {...form.field('repeats')}
                label={words.repeats}
                hint={words.repeatsHint}
                inputMode="numeric"
                autoComplete="off"
              />
            )}
          </div>
        </fieldset>
        {mayChange && (
          <FormActs>
            <Button type="submit" busy={form.busy}>
              {words.save}
            </Button>
          </FormActs>
        )}
      </Form>
    </Card>
  );
}
