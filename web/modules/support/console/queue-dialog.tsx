import type { Queue } from '../../../../server/modules/support/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/desk.ts';

const shortName = /^[a-z][a-z0-9-]{0,39}$/;

/** A new queue (`queue` null), or how one is called, where it stands and who may choose it. */
export function QueueDialog({
  queue,
  all,
  onClose,
}: {
  queue: Queue | null;
  all: readonly Queue[];
  onClose: () => void;
}) {
  const { queues: words } = useText();
  const text = useKernelText();
  const format = useFormat();
  const last = Math.max(0, ...all.map(({ position }) => position));
  const form = useForm({
    initial: {
      name: queue?.name ?? '',
      id: queue?.titles.id ?? '',
      en: queue?.titles.en ?? '',
      position: String(queue?.position ?? last + 1),
      offered: queue?.offered ?? true,
    },
    check: ({ name }) => {
      if (queue) return {};
      if (!shortName.test(name)) return { name: words.addressWrong };
      return all.some((one) => one.name === name) ? { name: words.addressTaken } : {};
    },
    send: ({ name, id, en, position, offered }) =>
      api.put(
        `/api/console/ticket-queues/${encodeURIComponent(name)}`,
        { titles: { id, en }, position: Number(position), offered },
        queue?.version ?? 0,
      ),
    refresh: ['/api/console/ticket-queues', '/api/console/tickets/form'],
    done: (_, { id, en }) => {
      toast({ words: words.saved(format.words({ id, en })) });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={queue ? words.edit : words.add}>
      <Form form={form}>
        {!queue && (
          <TextField
            {...form.field('name')}
            label={words.address}
            hint={words.addressHint}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
        <TextField {...form.field('id')} label={words.inIndonesian} maxLength={60} autoComplete="off" />
        <TextField {...form.field('en')} label={words.inEnglish} maxLength={60} autoComplete="off" />
        <TextField
          {...form.field('position')}
          label={words.position}
          hint={words.positionHint}
          inputMode="numeric"
          pattern="[0-9]*"
          autoComplete="off"
        />
        <Checkbox {...form.field('offered')} label={words.offered} hint={words.offeredHint} />
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {text.save}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
