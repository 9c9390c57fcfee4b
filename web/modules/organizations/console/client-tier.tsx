import { useState } from 'react';
import type { ClientTier } from '../../../../server/modules/organizations/tier-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useTierText } from '../text/tiers.ts';
import type { ClientDetail } from './client-detail.ts';

/** Which tier a client has, and the way to another one. */
export function ClientTierFact({ client }: { client: ClientDetail }) {
  const words = useTierText();
  const format = useFormat();
  const may = useCan('organizations.tiers.assign');
  const [open, setOpen] = useState(false);
  return (
    <>
      {client.tier ? format.words(client.tier.titles) : words.none}
      {may && (
        <button
          type="button"
          aria-label={words.give}
          className="ms-2 min-h-6 cursor-pointer text-accent-text underline underline-offset-2"
          onClick={() => setOpen(true)}
        >
          {words.change}
        </button>
      )}
      {open && <Give client={client} onClose={() => setOpen(false)} />}
    </>
  );
}

function Give({ client, onClose }: { client: ClientDetail; onClose: () => void }) {
  const words = useTierText();
  const text = useKernelText();
  const format = useFormat();
  const { data } = useSideData<{ items: ClientTier[] }>('/api/console/client-tiers');
  const offered = (data?.items ?? []).filter(({ archived, id }) => !archived || id === client.tier?.id);
  const form = useForm({
    initial: { tierId: client.tier?.id ?? '' },
    send: ({ tierId }) => api.put(`/api/console/clients/${client.id}/tier`, { tierId: tierId || null }),
    refresh: ['/api/console/clients', '/api/console/client-tiers'],
    done: () => {
      toast({ words: words.given(client.name) });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.giveTo(client.name)}>
      <Form form={form}>
        <Select
          {...form.field('tierId')}
          label={words.tier}
          hint={words.giveHint}
          choices={[
            { value: '', label: words.none },
            ...offered.map(({ id, titles }) => ({ value: id, label: format.words(titles) })),
          ]}
        />
        <Button type="submit" wide busy={form.busy}>
          {text.save}
        </Button>
      </Form>
    </Dialog>
  );
}
