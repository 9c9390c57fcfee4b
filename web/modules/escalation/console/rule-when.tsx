import type { Form } from '../../../kernel/forms/use-form.ts';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import type { RuleValues } from './rule-form.ts';

const numeric = { inputMode: 'numeric', autoComplete: 'off' } as const;

/** What a rule is called, and when it comes due. */
export function WhenCard({ form: { field, values } }: { form: Form<RuleValues> }) {
  const { rules: words } = useText();
  const goals = Object.keys(words.goals) as RuleValues['goal'][];
  return (
    <Card title={words.when}>
      <div className="flex flex-col gap-4">
        <TextField {...field('title')} label={words.name} maxLength={100} autoComplete="off" />
        <p className="text-13 text-muted">{words.whenHint}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField {...field('age')} {...numeric} optional label={words.age} hint={words.ageHint} />
          <TextField
            {...field('reopenings')}
            {...numeric}
            optional
            label={words.reopenings}
            hint={words.reopeningsHint}
          />
          <Select
            {...field('goal')}
            label={words.goal}
            choices={goals.map((value) => ({ value, label: words.goals[value] }))}
          />
          {values.goal && (
            <>
              <TextField
                {...field('offset')}
                label={words.offset}
                hint={words.offsetHint}
                autoComplete="off"
              />
              <Select
                {...field('offsetIn')}
                label={words.offsetIn}
                hint={words.offsetInHint}
                choices={(['wall', 'hours'] as const).map((value) => ({
                  value,
                  label: words.offsetsIn[value],
                }))}
              />
            </>
          )}
        </div>
        <TextField {...field('position')} {...numeric} label={words.position} hint={words.positionHint} />
        <Checkbox {...field('active')} label={words.active} hint={words.activeHint} />
      </div>
    </Card>
  );
}
