import type { Recovery } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { useRecoveryText } from '../text/recovery.ts';

export function BeginRecovery({
  personId,
  name,
  onDone,
}: {
  personId: string;
  name: string;
  onDone: () => void;
}) {
  const { desk } = useRecoveryText();
  const form = useForm({
    initial: { reason: '', vouchedBy: '' },
    send: (values, key) => api.post<Recovery>(`/api/console/people/${personId}/recovery`, values, key),
    refresh: ['/api/console/recoveries'],
    done: () => {
      onDone();
      toast({ words: desk.begun(name) });
    },
  });
  return (
    <Form form={form}>
      <p className="text-body text-muted">{desk.lead}</p>
      <TextArea {...form.field('reason')} label={desk.reason} rows={3} maxLength={1000} />
      <TextField
        {...form.field('vouchedBy')}
        label={desk.vouchedBy}
        hint={desk.vouchedByHint}
        maxLength={200}
        autoComplete="off"
      />
      <Button type="submit" wide busy={form.busy}>
        {desk.beginAct}
      </Button>
    </Form>
  );
}
