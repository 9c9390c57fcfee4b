import { useState } from 'react';
import type { ClientTier, TierBadge } from '../../../../server/modules/organizations/tier-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useTierText } from '../text/tiers.ts';

const url = '/api/console/client-tiers';
const colors = ['neutral', 'info', 'good', 'attention', 'danger'] as const;

/** A new tier (`tier` null), or how one is called and looks, and whether it is still given. */
export function TierDialog({
  tier,
  last,
  onClose,
}: {
  tier: ClientTier | null;
  last: number;
  onClose: () => void;
}) {
  const words = useTierText();
  const text = useKernelText();
  const format = useFormat();
  const [removing, setRemoving] = useState(false);
  const form = useForm({
    initial: {
      'titles.id': tier?.titles.id ?? '',
      'titles.en': tier?.titles.en ?? '',
      position: String(tier?.position ?? last + 1),
      color: tier?.color ?? ('neutral' as TierBadge['color']),
      archived: tier?.archived ?? false,
    },
    send: ({ 'titles.id': id, 'titles.en': en, position, ...rest }, key) => {
      const body = { titles: { id, en }, position: Number(position), ...rest };
      return tier ? api.put(`${url}/${tier.id}`, body, tier.version) : api.post(url, body, key);
    },
    refresh: [url, '/api/console/clients'],
    done: (_, values) => {
      toast({ words: words.saved(format.words({ id: values['titles.id'], en: values['titles.en'] })) });
      onClose();
    },
  });
  const name = tier ? format.words(tier.titles) : '';
  const remove = useAct((id: string) => api.delete(`${url}/${id}`), {
    refresh: [url],
    done: () => {
      toast({ words: words.removed(name) });
      onClose();
    },
  });
  const used = tier !== null && (tier.clients > 0 || tier.uses.length > 0);
  return (
    <Dialog open onClose={onClose} title={tier ? words.edit : words.add}>
      <Form form={form}>
        <TextField
          {...form.field('titles.id')}
          label={words.inIndonesian}
          maxLength={40}
          autoComplete="off"
        />
        <TextField {...form.field('titles.en')} label={words.inEnglish} maxLength={40} autoComplete="off" />
        <Select
          {...form.field('color')}
          label={words.color}
          choices={colors.map((value) => ({ value, label: words.colors[value] }))}
        />
        <TextField
          {...form.field('position')}
          label={words.position}
          hint={words.positionHint}
          inputMode="numeric"
          pattern="[0-9]*"
          autoComplete="off"
        />
        {tier && <Checkbox {...form.field('archived')} label={words.archived} hint={words.archivedHint} />}
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {text.save}
          </Button>
          {tier && (
            <Button
              weight="quiet"
              icon="trash"
              reason={used ? words.inUse : null}
              onClick={() => setRemoving(true)}
            >
              {words.remove}
            </Button>
          )}
        </FormActs>
      </Form>
      <ConfirmDialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={words.removeTitle(name)}
        effect={words.removeEffect}
        verb={words.remove}
        destructive
        busy={remove.busy}
        onConfirm={() => tier && void remove.run(tier.id)}
      />
    </Dialog>
  );
}
