import type { z } from 'zod';
import type { ClientMessage, openedShape } from '../../../../../server/modules/support/contract.ts';
import { api } from '../../../../kernel/api/client.ts';
import { consolePaths } from '../../../../kernel/console-paths.ts';
import { useForm } from '../../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../../kernel/format/use-format.ts';
import { go } from '../../../../kernel/pages/go.ts';
import { toast } from '../../../../kernel/toast.ts';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/choices.tsx';
import { Form, FormActs } from '../../../../ui/form.tsx';
import { Select, TextField } from '../../../../ui/inputs.tsx';
import { useText } from '../../text/desk.ts';
import { useFamilyText } from '../../text/desk-family.ts';
import { beginningOf } from './beginning-of.ts';

/** Which message becomes a ticket of its own, and what that is about. */
export function SplitForm({ url, messages }: { url: string; messages: readonly ClientMessage[] }) {
  const words = useFamilyText();
  const { number } = useText();
  const format = useFormat();
  const said = messages.filter(({ internal }) => !internal).toReversed();
  const newest = said.find(({ author }) => author.kind === 'client') ?? said[0];
  const form = useForm({
    initial: { message: newest?.id ?? '', subject: '', following: false },
    check: ({ subject }) => (subject.trim() ? {} : { subject: words.subjectMissing }),
    send: (body, key) => api.post<z.output<typeof openedShape>>(`${url}/split`, body, key),
    refresh: ['/api/console/tickets'],
    done: (opened) => {
      toast({ words: words.splitDone(number(opened.number)) });
      void go(consolePaths.ticket(opened.id));
    },
  });
  return (
    <Form form={form} label={words.split}>
      <p className="text-body text-muted">{words.splitLead}</p>
      <Select
        {...form.field('message')}
        label={words.message}
        choices={said.map(({ id, author, postedAt, html }) => ({
          value: id,
          label: words.said(author.name, format.dateTime(postedAt), beginningOf(html)),
        }))}
      />
      <TextField {...form.field('subject')} label={words.subject} maxLength={200} autoComplete="off" />
      <Checkbox {...form.field('following')} label={words.following} />
      <FormActs>
        <Button type="submit" busy={form.busy}>
          {words.split}
        </Button>
      </FormActs>
    </Form>
  );
}
