import { useState } from 'react';
import type { Withholding } from '../../../../server/modules/billing/tax-contract.ts';
import { ApiProblem, type ProblemBody } from '../../../kernel/api/problem.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useTaxText } from '../text/tax.ts';

/** The slip that proves what was withheld: what it says, and its file. */
export function SendSlip({ item, url, onClose }: { item: Withholding; url: string; onClose: () => void }) {
  const { withholding: words } = useTaxText();
  const { api: base } = useOrganization();
  const format = useFormat();
  const [file, setFile] = useState<File | null>(null);
  const form = useForm({
    initial: { number: '', on: '', amount: item.amount as Money | null, file: '' },
    check: () => (file ? {} : { file: words.needsFile }),
    send: ({ number, on, amount }) =>
      send(withQuery(url, { number, on, amount: String(amount?.amount ?? ''), name: file!.name }), file!),
    refresh: [`${base}/invoices`],
    done: () => {
      onClose();
      toast({ words: words.sent });
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.sendTitle}>
      <Form form={form}>
        <p className="text-body text-muted">{words.due(format.date(item.slipDueOn))}</p>
        <TextField {...form.field('number')} label={words.number} maxLength={60} autoComplete="off" />
        <TextField {...form.field('on')} label={words.on} type="date" />
        <MoneyField {...form.field('amount')} label={words.amount} currency={item.amount.currency} />
        <Field label={words.file} hint={words.fileHint} error={form.errors.file}>
          {(ties) => (
            <input
              {...ties}
              type="file"
              name="file"
              accept="application/pdf,image/png,image/jpeg"
              className={inputClass}
              onChange={(event) => {
                setFile(event.target.files?.[0] ?? null);
                form.set({ file: '' });
              }}
            />
          )}
        </Field>
        <Button type="submit" wide busy={form.busy}>
          {words.send}
        </Button>
      </Form>
    </Dialog>
  );
}

async function send(url: string, file: File): Promise<void> {
  let answer: Response;
  try {
    answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
      body: file,
    });
  } catch {
    throw new ApiProblem({ status: 0, code: 'offline' });
  }
  if (answer.ok) return;
  const body = (await answer.json().catch(() => null)) as Partial<ProblemBody> | null;
  throw new ApiProblem({ code: 'unexpected', ...body, status: answer.status });
}
