import type { Promises } from '../../../../server/modules/billing/promise-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { usePromiseText } from '../text/promise.ts';

interface Props {
  /** Of the invoice's promises. */
  url: string;
  /** What a promise makes out of date. */
  refresh: readonly string[];
  /** Staff note what a client has promised. */
  desk?: boolean;
  onClose: () => void;
}

/** Asks for the day by which an invoice will be paid, or says why none can be named. */
export function PromiseDialog({ url, refresh, desk = false, onClose }: Props) {
  const words = usePromiseText();
  const { data } = useSideData<Promises>(url);
  return (
    <Dialog open onClose={onClose} title={words.title}>
      {data &&
        (data.can.promise === true ? (
          <PromiseForm until={data.until} {...{ url, refresh, desk, onClose }} />
        ) : (
          <p className="text-body">{words.no[data.can.promise.no as keyof typeof words.no]}</p>
        ))}
    </Dialog>
  );
}

function PromiseForm({ until, url, refresh, desk, onClose }: Props & { until: string }) {
  const words = usePromiseText();
  const format = useFormat();
  const form = useForm({
    initial: { on: '' },
    check: ({ on }) => (on === '' ? { on: words.needsDay } : on > until ? { on: words.tooFar } : {}),
    send: (body, key) => api.post<Promises>(url, body, key),
    refresh: [url, ...refresh],
    done: (_, { on }) => {
      toast({ words: words.done(format.date(on)) });
      onClose();
    },
  });
  const { on } = form.values;
  return (
    <Form form={form} label={words.title}>
      <p className="text-body text-muted">{words.lead}</p>
      <TextField
        {...form.field('on')}
        label={words.on}
        hint={words.until(format.date(until))}
        type="date"
        max={until}
      />
      <div className="flex justify-end">
        <Button type="submit" busy={form.busy}>
          {desk ? words.note : on === '' ? words.sendPlain : words.send(format.date(on))}
        </Button>
      </div>
    </Form>
  );
}
