import { useId } from 'react';
import type { CannedReply } from '../../../../server/modules/automation/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { VariablesHint } from './variables-hint.tsx';

const url = '/api/console/canned-replies';

/** A new reply (`reply` null), or what one says. */
export function ReplyDialog({
  reply,
  folders,
  onClose,
  onRemove,
}: {
  reply: CannedReply | null;
  folders: readonly string[];
  onClose: () => void;
  onRemove: (reply: CannedReply) => void;
}) {
  const { replies: words, ...common } = useText();
  const text = useKernelText();
  const list = useId();
  const mayShare = useCan('automation.shared.manage');
  const form = useForm({
    initial: {
      title: reply?.title ?? '',
      folder: reply?.folder ?? '',
      id: reply?.texts.id ?? '',
      en: reply?.texts.en ?? '',
      shared: reply?.shared ?? mayShare,
    },
    check: ({ title, id, en }) => ({
      ...(!title.trim() && { title: text.fieldProblems.required }),
      ...(!id.trim() && !en.trim() && { id: common.bothEmpty }),
    }),
    send: ({ title, folder, id, en, shared }, key) => {
      const body = { title, folder, shared, texts: { id: id.trim() || null, en: en.trim() || null } };
      return reply ? api.put(`${url}/${reply.id}`, body, reply.version) : api.post(url, body, key);
    },
    refresh: [url],
    done: (_, { title }) => {
      toast({ words: common.saved(title) });
      onClose();
    },
  });
  return (
    <Dialog open wide onClose={onClose} title={reply ? words.edit : words.add}>
      <Form form={form}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField {...form.field('title')} label={words.name} maxLength={100} autoComplete="off" />
          <TextField
            {...form.field('folder')}
            optional
            label={words.folder}
            maxLength={60}
            autoComplete="off"
            list={list}
          />
        </div>
        <datalist id={list}>
          {folders.map((folder) => (
            <option key={folder} value={folder} />
          ))}
        </datalist>
        <TextArea
          {...form.field('id')}
          optional
          label={words.inIndonesian}
          hint={words.textHint}
          maxLength={10_000}
        />
        <TextArea {...form.field('en')} optional label={words.inEnglish} maxLength={10_000} />
        <VariablesHint />
        <Checkbox
          {...form.field('shared')}
          disabled={!mayShare}
          label={common.shared}
          hint={common.sharedHint}
        />
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {text.save}
          </Button>
          {reply && (
            <Button weight="quiet" icon="trash" onClick={() => onRemove(reply)}>
              {words.remove}
            </Button>
          )}
        </FormActs>
      </Form>
    </Dialog>
  );
}
