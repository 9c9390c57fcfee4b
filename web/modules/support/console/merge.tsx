import { useState } from 'react';
import type { ClientMessage } from '../../../../server/modules/support/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useKey } from '../../../kernel/palette/letters.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { useFamilyText } from '../text/desk-family.ts';
import { ParentForm } from './family/parent-form.tsx';
import { SplitForm } from './family/split-form.tsx';
import { useText } from '../text/desk.ts';

/** The ways out of the usual: two tickets about the same become one, one becomes two, one goes under another. */
export function Merge({
  url,
  messages,
  stands,
}: {
  url: string;
  messages: readonly ClientMessage[];
  /** Neither below another ticket nor above one. */
  stands: boolean;
}) {
  const { work: words } = useText();
  const family = useFamilyText();
  const [open, setOpen] = useState<'merge' | 'split' | 'parent' | null>(null);
  const close = () => setOpen(null);
  useKey('g', () => setOpen('merge'));
  useKey('d', () => setOpen('split'));
  useKey('o', stands && (() => setOpen('parent')));
  return (
    <>
      <MoreMenu
        label={words.more}
        groups={[
          [
            { label: words.merge, detail: 'G', icon: 'link', run: () => setOpen('merge') },
            { label: family.split, detail: 'D', icon: 'copy', run: () => setOpen('split') },
            ...(stands
              ? [{ label: family.put, detail: 'O', icon: 'up', run: () => setOpen('parent') } as const]
              : []),
          ],
        ]}
      />
      <Dialog open={open === 'merge'} onClose={close} title={words.merge}>
        <MergeForm url={url} onDone={close} />
      </Dialog>
      <Dialog open={open === 'split'} onClose={close} title={family.split}>
        <SplitForm url={url} messages={messages} />
      </Dialog>
      <Dialog open={open === 'parent'} onClose={close} title={family.put}>
        <ParentForm url={url} onDone={close} />
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
