import { useState } from 'react';
import type { StaffRefund } from '../../../../server/modules/payments/refund-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { dateIn } from '../../../kernel/format/dates.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useBackText } from '../text/back.ts';
import { sendProof } from './send-proof.ts';

/** A transfer that waits to be made: its proof first, then the day and the bank's reference. */
export function PayRefund({ url, refund }: { url: string; refund: StaffRefund }) {
  const { desk: back } = useBackText();
  const format = useFormat();
  const [today] = useState(() => dateIn(format.timeZone, new Date()));
  const form = useForm({
    initial: { paidOn: today, reference: '' },
    send: (values, key) => api.post<StaffRefund>(`${url}/paid`, values, key),
    refresh: ['/api/console/refunds', '/api/console/payments'],
    done: () => toast({ words: back.refundPaidDone }),
  });
  const upload = useAct((file: File) => sendProof(`${url}/proof`, file), {
    refresh: ['/api/console/refunds'],
    done: () => toast({ words: back.refundUploaded }),
  });
  return (
    <Card title={back.refundPaidTitle}>
      <div className="mb-4">
        <Field label={back.refundUpload} hint={back.refundUploadHint}>
          {(ties) => (
            <input
              {...ties}
              type="file"
              name="proof"
              accept="application/pdf,image/png,image/jpeg"
              className={inputClass}
              disabled={upload.busy}
              onChange={({ target }) => target.files?.[0] && void upload.run(target.files[0])}
            />
          )}
        </Field>
      </div>
      <Form form={form}>
        <TextField {...form.field('paidOn')} label={back.refundPaidOn} type="date" max={today} />
        <TextField {...form.field('reference')} label={back.refundReference} maxLength={100} />
        <Button
          type="submit"
          wide
          busy={form.busy}
          reason={refund.can.pay === true ? null : reasonWords(refund.can.pay.no)}
        >
          {back.refundPaid}
        </Button>
      </Form>
    </Card>
  );
}
