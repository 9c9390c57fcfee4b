import type { z } from 'zod';
import type { Rota } from '../../../../server/modules/escalation/rota-contract.ts';
import type { agentList } from '../../../../server/modules/support/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

/** Somebody stands in on some days. */
export function SwapDialog({ rota, onClose }: { rota: Rota; onClose: () => void }) {
  const { rotas: words } = useText();
  const text = useKernelText();
  const agents = useData<z.output<typeof agentList>>('/api/console/tickets/agents').items;
  const form = useForm({
    initial: { personId: agents[0]?.id ?? '', fromOn: '', untilOn: '' },
    check: ({ fromOn, untilOn }) =>
      fromOn && untilOn && untilOn < fromOn ? { untilOn: words.datesWrong } : {},
    send: (values, key) => api.post(`/api/console/on-call-rotas/${rota.id}/swaps`, values, key),
    refresh: ['/api/console/on-call-rotas'],
    done: () => {
      toast({ words: words.swapped });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.addSwap}>
      <Form form={form} label={words.addSwap}>
        <p className="text-13 text-muted">{words.swapHint}</p>
        <Select
          {...form.field('personId')}
          label={words.swapPerson}
          choices={agents.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField {...form.field('fromOn')} type="date" label={words.from} />
          <TextField {...form.field('untilOn')} type="date" label={words.untilOn} />
        </div>
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {text.save}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
