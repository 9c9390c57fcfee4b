import { api } from '../../../../kernel/api/client.ts';
import { useForm } from '../../../../kernel/forms/use-form.ts';
import { toast } from '../../../../kernel/toast.ts';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { FieldSet } from '../../../../ui/field.tsx';
import { Form, FormActs } from '../../../../ui/form.tsx';
import { Select } from '../../../../ui/inputs.tsx';
import { useText } from '../../text/desk.ts';
import { useOpenText } from '../../text/open.ts';
import { type Kept, type Matrix, priorities, refreshed, settingUrl } from './settings.ts';

const impacts = ['everyone', 'several', 'one'] as const;
const hindrances = ['stopped', 'hindered', 'can_wait'] as const;

/** Which priority is proposed, in the words in which clients are asked. */
export function MatrixForm({ value, version }: Kept<Matrix>) {
  const { rules: words, priorities: names } = useText();
  const asked = useOpenText();
  const form = useForm({
    initial: { matrix: value },
    send: ({ matrix }) => api.put(settingUrl('priorities'), { value: matrix }, version),
    refresh: refreshed,
    done: () => toast({ words: words.saved }),
  });
  const { matrix } = form.values;
  return (
    <Card title={words.matrix}>
      <Form form={form} label={words.matrix}>
        <p className="text-13 text-muted">{words.matrixLead}</p>
        {impacts.map((impact) => (
          <FieldSet key={impact} label={asked.impacts[impact]}>
            <div className="grid gap-4 sm:grid-cols-3">
              {hindrances.map((hindrance) => (
                <Select
                  key={hindrance}
                  name={`${impact}-${hindrance}`}
                  label={asked.hindrances[hindrance]}
                  value={matrix[impact][hindrance]}
                  onValue={(priority) =>
                    form.set({
                      matrix: { ...matrix, [impact]: { ...matrix[impact], [hindrance]: priority } },
                    })
                  }
                  choices={priorities.map((one) => ({ value: one, label: names[one] }))}
                />
              ))}
            </div>
          </FieldSet>
        ))}
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {words.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
