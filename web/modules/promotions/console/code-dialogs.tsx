import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

interface Props {
  /** Of the promotion. */
  url: string;
  onClose: () => void;
}

const isCount = (typed: string) => /^[1-9]\d{0,6}$/.test(typed.trim());

/** Many codes at once. */
export function MakeBatch({ url, onClose }: Props) {
  const { codesPage: words, form: more } = useText();
  const form = useForm({
    initial: { count: '100', prefix: '', each: '1' },
    check: ({ count, each }) => ({
      ...(isCount(count) ? {} : { count: more.needsNumber }),
      ...(isCount(each) ? {} : { each: more.needsNumber }),
    }),
    send: ({ count, prefix, each }, key) =>
      api.post(`${url}/batches`, { count: Number(count), prefix, each: Number(each) }, key),
    refresh: [url],
    done: () => {
      onClose();
      toast({ words: words.made });
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.batch}>
      <Form form={form}>
        <p className="text-body text-muted">{words.batchLead}</p>
        <TextField {...form.field('count')} label={words.count} inputMode="numeric" maxLength={5} />
        <TextField
          {...form.field('prefix')}
          label={words.prefix}
          hint={words.prefixHint}
          maxLength={12}
          optional
        />
        <TextField {...form.field('each')} label={words.each} inputMode="numeric" maxLength={7} />
        <Button type="submit" wide busy={form.busy}>
          {words.make}
        </Button>
      </Form>
    </Dialog>
  );
}

/** One code of somebody's choice. */
export function AddCode({ url, onClose }: Props) {
  const { codesPage: words, form: more } = useText();
  const form = useForm({
    initial: { code: '', most: '' },
    check: ({ most }) => (most.trim() === '' || isCount(most) ? {} : { most: more.needsNumber }),
    send: ({ code, most }, key) =>
      api.post(`${url}/codes`, { code, most: most.trim() === '' ? null : Number(most) }, key),
    refresh: [url],
    done: () => {
      onClose();
      toast({ words: words.added });
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.one}>
      <Form form={form}>
        <TextField {...form.field('code')} label={words.code} hint={words.codeHint} maxLength={40} />
        <TextField
          {...form.field('most')}
          label={words.most}
          hint={words.mostHint}
          inputMode="numeric"
          maxLength={7}
          optional
        />
        <Button type="submit" wide busy={form.busy}>
          {words.add}
        </Button>
      </Form>
    </Dialog>
  );
}
