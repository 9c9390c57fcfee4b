import { useState } from 'react';
import type { Duty } from '../../../../server/modules/assignment/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { choiceOf, looks, presenceFor, usePresenceChoices, useStateWords } from './presence.ts';

const url = '/api/console/duty';

/** Whether one takes tickets, for those to whom some queue gives any. */
export function Part() {
  const words = useText();
  const stateWords = useStateWords();
  const { data: duty } = useSideData<Duty>(url, [
    'assignment.',
    'support.ticket-assigned',
    'support.status-',
  ]);
  const [open, setOpen] = useState(false);
  if (!duty?.takesPart) return null;
  const { load, capacity } = duty;
  return (
    <>
      <Button
        weight="secondary"
        icon={looks[duty.state].icon}
        aria-label={`${stateWords(duty)}, ${words.loadWords(load, capacity)}. ${words.duty.change}`}
        onClick={() => setOpen(true)}
      >
        <span className="max-sm:sr-only">{stateWords(duty)} ·</span> {words.load(load, capacity)}
      </Button>
      {open && <DutyDialog duty={duty} onClose={() => setOpen(false)} />}
    </>
  );
}

function DutyDialog({ duty, onClose }: { duty: Duty; onClose: () => void }) {
  const { duty: words } = useText();
  const text = useKernelText();
  const choices = usePresenceChoices(duty);
  const form = useForm({
    initial: { choice: choiceOf(duty) },
    send: async ({ choice }) => {
      const presence = presenceFor(choice, duty);
      if (presence) await api.put(url, presence);
      return presence;
    },
    refresh: [url, '/api/console/support-team'],
    done: (presence) => {
      if (presence) toast({ words: presence.away ? words.saidAway : words.saidHere });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.title}>
      <Form form={form}>
        <Select {...form.field('choice')} label={words.label} hint={words.hint} choices={choices} />
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {text.save}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
