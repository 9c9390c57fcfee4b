import { useState } from 'react';
import type { EscalationItem } from '../../../../server/modules/escalation/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { marked } from '../../../kernel/palette/letters.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

const refresh = ['/api/console/escalations', '/api/console/tickets'];
const urlOf = (id: string) => `/api/console/escalations/${id}`;

/** What one may do with an escalation: take it in hand, or take it back. */
export function EscalationActs({
  of: { id, can },
  lettered = false,
}: {
  of: Pick<EscalationItem, 'id' | 'can'>;
  /** A letter acknowledges it: it is the one on the page. */
  lettered?: boolean;
}) {
  const { acts: words } = useText();
  const [clearing, setClearing] = useState(false);
  const acknowledge = useAct((_: null, key) => api.post(`${urlOf(id)}/acknowledge`, {}, key), {
    refresh,
    done: () => toast({ words: words.acknowledged }),
  });
  if (can.acknowledge !== true && can.clear !== true) return null;
  return (
    <span className="relative z-1 flex flex-wrap gap-2 whitespace-nowrap">
      {can.acknowledge === true && (
        <Button
          weight="secondary"
          icon="check"
          busy={acknowledge.busy}
          {...(lettered && marked('Shift+E', words.acknowledge))}
          onClick={() => void acknowledge.run(null)}
        >
          {words.acknowledge}
        </Button>
      )}
      {can.clear === true && (
        <Button weight="quiet" onClick={() => setClearing(true)}>
          {words.clear}
        </Button>
      )}
      <Dialog open={clearing} onClose={() => setClearing(false)} title={words.clearTitle}>
        <ClearForm id={id} onDone={() => setClearing(false)} />
      </Dialog>
    </span>
  );
}

function ClearForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { acts: words } = useText();
  const form = useForm({
    initial: { note: '' },
    send: ({ note }, key) => api.post(`${urlOf(id)}/clear`, { note: note.trim() || null }, key),
    refresh,
    done: () => {
      toast({ words: words.cleared });
      onDone();
    },
  });
  return (
    <Form form={form} label={words.clearTitle}>
      <p className="text-body">{words.clearLead}</p>
      <TextArea {...form.field('note')} optional rows={3} label={words.note} maxLength={1000} />
      <FormActs>
        <Button type="submit" weight="destructive" busy={form.busy}>
          {words.clear}
        </Button>
      </FormActs>
    </Form>
  );
}
