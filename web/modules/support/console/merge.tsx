import { useState } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { useText } from '../text/desk.ts';

/** The ways out of the usual: two tickets about the same become one. */
export function Merge({ url }: { url: string }) {
  const { work: words } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <MoreMenu
        label={words.more}
        groups={[[{ label: words.merge, icon: 'link', run: () => setOpen(true) }]]}
      />
      <Dialog open={open} onClose={() => setOpen(false)} title={words.merge}>
        <MergeForm url={url} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function MergeForm({ url, onDone }: { url: string; onDone: () => void }) {
  const { work: words, number } = useText();
  const digits = (typed: string) => /^\s*#?(\d{1,15})\s*$/.exec(typed)?.[1];
  const form = useForm({
    initial: { into: '' },
    check: ({ into }) => (digits(into) ? {} : { into: words.mergeWrong }),
    send: ({ into }, key) => api.post(`${url}/merge`, { into: Number(digits(into)) }, key),
    refresh: ['/api/console/tickets'],
    done: () => {
      toast({ words: words.merged });
      onDone();
    },
  });
  const typed = digits(form.values.into);
  return (
    <Form form={form} label={words.merge}>
      <p className="text-body">{words.mergeLead}</p>
      <TextField
        {...form.field('into')}
        label={words.mergeNumber}
        hint={words.mergeHint}
        inputMode="numeric"
        autoComplete="off"
      />
      <FormActs>
        <Button type="submit" busy={form.busy}>
          {typed ? words.mergeDo(number(Number(typed))) : words.merge}
        </Button>
      </FormActs>
    </Form>
  );
}
