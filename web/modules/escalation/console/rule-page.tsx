import { useState } from 'react';
import type { z } from 'zod';
import type { Rule, ruleList } from '../../../../server/modules/escalation/contract.ts';
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
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { valuesIn } from '../../automation/console/rule-form.ts';
import { TestsField } from '../../automation/console/tests-field.tsx';
import { useText } from '../text/index.ts';
import { ActsCard } from './rule-acts.tsx';
import { bodyOf, fits, type RuleValues, ruleValues, triggerOf } from './rule-form.ts';
import { WhenCard } from './rule-when.tsx';
import { TryRule } from './try-rule.tsx';

const url = '/api/console/escalation-rules';
const to = consolePaths;

/** A rule as it stands, or a new one. */
export function Page({ ruleId }: { ruleId?: string }) {
  const { rules: words, list, ticketsTitle } = useText();
  const { items } = useData<z.output<typeof ruleList>>(url);
  const rule = items.find(({ id }) => id === ruleId) ?? null;
  const mayChange = useCan('escalation.rules.manage');
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={rule?.title ?? words.add}
        crumbs={[
          { label: ticketsTitle, to: to.tickets() },
          { label: list.title, to: to.escalations() },
          { label: words.title, to: to.escalationRules() },
        ]}
      />
      {!mayChange && (
        <div className="mb-4">
          <Banner tone="info" title={words.readOnly} />
        </div>
      )}
      <RuleForm key={rule?.version ?? 0} rule={rule} mayChange={mayChange} />
    </div>
  );
}

function RuleForm({ rule, mayChange }: { rule: Rule | null; mayChange: boolean }) {
  const { rules: words, saved } = useText();
  const text = useKernelText();
  const form = useForm<RuleValues, unknown>({
    initial: ruleValues(rule),
    check: (values) => ({
      ...(!fits(values.age, 5, 525_600) && { age: words.ageWrong }),
      ...(values.goal && !fits(values.offset, -43_200, 43_200) && { offset: words.offsetWrong }),
      ...(!fits(values.reopenings, 1, 100) && { reopenings: words.reopeningsWrong }),
      ...(values.tests.some((test) => test.of !== 'assigned' && valuesIn(test).length === 0) && {
        match: words.testEmpty,
      }),
      ...(values.way === 'functional' && !values.queue && !values.assignee && { queue: words.wayEmpty }),
    }),
    send: (values, key) =>
      rule ? api.put(`${url}/${rule.id}`, bodyOf(values), rule.version) : api.post(url, bodyOf(values), key),
    refresh: [url],
    done: (_, { title }) => {
      toast({ words: saved(title) });
      if (!rule) goTo(to.escalationRules());
    },
  });
  const { values } = form;
  return (
    <Form form={form} label={words.edit}>
      <fieldset disabled={!mayChange} className="flex flex-col gap-4">
        <legend className="sr-only">{words.edit}</legend>
        <WhenCard form={form} />
        <Card title={words.conditions}>
          <div className="flex flex-col gap-4">
            <Select
              {...form.field('match')}
              label={words.match}
              hint={words.wordsHint}
              choices={(['all', 'any'] as const).map((value) => ({ value, label: words.matches[value] }))}
            />
            <TestsField tests={values.tests} onTests={(tests) => form.set({ tests, match: values.match })} />
            {mayChange && <TryRule when={triggerOf(values)} />}
          </div>
        </Card>
        <ActsCard form={form} />
      </fieldset>
      {mayChange && (
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {text.save}
          </Button>
          {rule && <Remove rule={rule} />}
        </FormActs>
      )}
    </Form>
  );
}

function Remove({ rule }: { rule: Rule }) {
  const { rules: words, removed } = useText();
  const [asking, setAsking] = useState(false);
  const remove = useAct((id: string) => api.delete(`${url}/${id}`), {
    refresh: [url],
    done: () => {
      toast({ words: removed(rule.title) });
      goTo(to.escalationRules());
    },
  });
  return (
    <>
      <Button weight="quiet" icon="trash" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.removeTitle}
        effect={words.removeEffect}
        verb={words.remove}
        destructive
        busy={remove.busy}
        onConfirm={() => void remove.run(rule.id)}
      />
    </>
  );
}
