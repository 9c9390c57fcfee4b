import { useState } from 'react';
import type { z } from 'zod';
import type { ruleList, TicketRule } from '../../../../server/modules/automation/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextArea, TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { ActFields } from './act-fields.tsx';
import { wrongTags } from './macro-form.ts';
import {
  type Moment,
  ruleActsOf,
  type RuleValues,
  ruleValues,
  valuesIn,
  triedOf,
  whenOf,
} from './rule-form.ts';
import { RuleLog } from './rule-log.tsx';
import { TestsField } from './tests-field.tsx';
import { TryRule } from './try-rule.tsx';
import { VariablesHint } from './variables-hint.tsx';

const url = '/api/console/ticket-rules';
const to = consolePaths;

/** A rule as it stands, or a new one. */
export function Page({ ruleId }: { ruleId?: string }) {
  const { rules: words, ticketsTitle } = useText();
  const { items } = useData<z.output<typeof ruleList>>(url);
  const rule = items.find(({ id }) => id === ruleId) ?? null;
  const mayChange = useCan('automation.rules.manage');
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={rule?.title ?? words.add}
        crumbs={[
          { label: ticketsTitle, to: to.tickets() },
          { label: words.title, to: to.ticketAutomation() },
        ]}
      />
      {!mayChange && (
        <div className="mb-4">
          <Banner tone="info" title={words.readOnly} />
        </div>
      )}
      <RuleForm key={rule?.version ?? 0} rule={rule} mayChange={mayChange} />
      {rule && <RuleLog rule={rule.id} />}
    </div>
  );
}

function RuleForm({ rule, mayChange }: { rule: TicketRule | null; mayChange: boolean }) {
  const { rules: words, macros, saved, removed } = useText();
  const text = useKernelText();
  const [removing, setRemoving] = useState(false);
  const form = useForm<RuleValues, unknown>({
    initial: ruleValues(rule),
    check: (values) => ({
      ...(values.moment === 'silent' && !/^[1-9]\d{0,3}$/.test(values.hours) && { hours: words.hoursWrong }),
      ...(values.tests.some((test) => test.of !== 'assigned' && valuesIn(test).length === 0) && {
        match: words.testEmpty,
      }),
      ...(wrongTags(values.addTags) && { addTags: macros.tagsWrong }),
      ...(wrongTags(values.removeTags) && { removeTags: macros.tagsWrong }),
      ...(Object.keys(ruleActsOf(values)).length === 0 && { status: macros.noActs }),
    }),
    send: (values, key) => {
      const { title, position, active } = values;
      const body = {
        title,
        position: Number(position),
        active,
        ...whenOf(values),
        acts: ruleActsOf(values),
      };
      return rule ? api.put(`${url}/${rule.id}`, body, rule.version) : api.post(url, body, key);
    },
    refresh: [url],
    done: (_, { title }) => {
      toast({ words: saved(title) });
      if (!rule) goTo(to.ticketAutomation());
    },
  });
  const remove = useAct((id: string) => api.delete(`${url}/${id}`), {
    refresh: [url],
    done: () => {
      toast({ words: removed(rule!.title) });
      goTo(to.ticketAutomation());
    },
  });
  const { values } = form;
  return (
    <Form form={form} label={words.edit}>
      <fieldset disabled={!mayChange} className="flex flex-col gap-4">
        <legend className="sr-only">{words.edit}</legend>
        <Card title={words.moment}>
          <div className="flex flex-col gap-4">
            <TextField {...form.field('title')} label={words.name} maxLength={100} autoComplete="off" />
            <div className="grid gap-4 sm:grid-cols-2">
              <Select
                {...form.field('moment')}
                label={words.moment}
                choices={(Object.keys(words.moments) as Moment[]).map((value) => ({
                  value,
                  label: words.moments[value],
                }))}
              />
              {values.moment === 'silent' && (
                <TextField
                  {...form.field('hours')}
                  label={words.hours}
                  inputMode="numeric"
                  autoComplete="off"
                />
              )}
              <TextField
                {...form.field('position')}
                label={words.position}
                hint={words.positionHint}
                inputMode="numeric"
                pattern="[0-9]*"
                autoComplete="off"
              />
            </div>
            <Checkbox {...form.field('active')} label={words.active} />
          </div>
        </Card>
        <Card title={words.conditions}>
          <div className="flex flex-col gap-4">
            <Select
              {...form.field('match')}
              label={words.match}
              choices={(['all', 'any'] as const).map((value) => ({ value, label: words.matches[value] }))}
            />
            <TestsField tests={values.tests} onTests={(tests) => form.set({ tests, match: values.match })} />
            {mayChange && <TryRule when={triedOf(values)} />}
          </div>
        </Card>
        <Card title={words.acts}>
          <div className="flex flex-col gap-4">
            <ActFields field={form.field} />
            <TextArea {...form.field('note')} optional rows={3} label={macros.note} maxLength={10_000} />
            <TextArea
              {...form.field('tell.id')}
              optional
              rows={3}
              label={words.tellId}
              hint={words.tellHint}
              maxLength={10_000}
            />
            <TextArea {...form.field('tell.en')} optional rows={3} label={words.tellEn} maxLength={10_000} />
            <VariablesHint />
            <Checkbox {...form.field('notifyAssignee')} label={words.notifyAssignee} />
            <Checkbox {...form.field('notifyTeam')} label={words.notifyTeam} />
          </div>
        </Card>
      </fieldset>
      {mayChange && (
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {rule ? text.save : words.add}
          </Button>
          {rule && (
            <Button weight="quiet" icon="trash" onClick={() => setRemoving(true)}>
              {words.remove}
            </Button>
          )}
        </FormActs>
      )}
      <ConfirmDialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={words.removeTitle}
        effect={words.removeEffect}
        verb={words.remove}
        destructive
        busy={remove.busy}
        onConfirm={() => rule && void remove.run(rule.id)}
      />
    </Form>
  );
}
