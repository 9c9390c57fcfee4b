import type { Macro } from '../../../../server/modules/automation/contract.ts';
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
import { ActFields } from './act-fields.tsx';
import { actsOf, valuesOf, wrongTags } from './macro-form.ts';
import { VariablesHint } from './variables-hint.tsx';

const url = '/api/console/ticket-macros';

/** A new macro (`macro` null), or what one does. */
export function MacroDialog({
  macro,
  onClose,
  onRemove,
}: {
  macro: Macro | null;
  onClose: () => void;
  onRemove: (macro: Macro) => void;
}) {
  const { macros: words, ...common } = useText();
  const text = useKernelText();
  const mayShare = useCan('automation.shared.manage');
  const form = useForm({
    initial: { title: macro?.title ?? '', shared: macro?.shared ?? mayShare, ...valuesOf(macro?.acts) },
    check: (values) => ({
      ...(!values.title.trim() && { title: text.fieldProblems.required }),
      ...(wrongTags(values.addTags) && { addTags: words.tagsWrong }),
      ...(wrongTags(values.removeTags) && { removeTags: words.tagsWrong }),
      ...(Object.keys(actsOf(values)).length === 0 && { status: words.noActs }),
    }),
    send: ({ title, shared, ...values }, key) => {
      const body = { title, shared, acts: actsOf(values) };
      return macro ? api.put(`${url}/${macro.id}`, body, macro.version) : api.post(url, body, key);
    },
    refresh: [url],
    done: (_, { title }) => {
      toast({ words: common.saved(title) });
      onClose();
    },
  });
  return (
    <Dialog open wide onClose={onClose} title={macro ? words.edit : words.add}>
      <Form form={form}>
        <TextField {...form.field('title')} label={words.name} maxLength={100} autoComplete="off" />
        <ActFields hand field={form.field} />
        <TextArea
          {...form.field('reply.id')}
          optional
          rows={3}
          label={words.replyId}
          hint={words.replyHint}
          maxLength={10_000}
        />
        <TextArea {...form.field('reply.en')} optional rows={3} label={words.replyEn} maxLength={10_000} />
        <TextArea {...form.field('note')} optional rows={3} label={words.note} maxLength={10_000} />
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
          {macro && (
            <Button weight="quiet" icon="trash" onClick={() => onRemove(macro)}>
              {words.remove}
            </Button>
          )}
        </FormActs>
      </Form>
    </Dialog>
  );
}
