import { useState } from 'react';
import type { KeyItem, KeyMade } from '../../../../server/modules/organizations/key-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { keyTerms } from './key-terms.ts';
import { NewToken } from './new-token.tsx';

/** Hours for which the old token stays good. */
const graces = ['0', '1', '24', '72', '168'] as const;

/** Exchanges a key for a new one, while the old one stays good for a while. */
export function RotateKey({ item, onClose }: { item: KeyItem | null; onClose: () => void }) {
  const { keys: words } = useText();
  const [made, setMade] = useState<KeyMade | null>(null);
  const close = () => {
    setMade(null);
    onClose();
  };
  return (
    <Dialog
      open={item !== null}
      onClose={close}
      title={made ? words.madeTitle : words.rotateOf(item?.name ?? '')}
    >
      {made && <NewToken token={made.token} onDone={close} />}
      {item && !made && <RotateForm item={item} onMade={setMade} />}
    </Dialog>
  );
}

function RotateForm({ item, onMade }: { item: KeyItem; onMade: (made: KeyMade) => void }) {
  const { keys: words } = useText();
  const { api: base } = useOrganization();
  const form = useForm({
    initial: { grace: '24' as (typeof graces)[number], days: '90' as (typeof keyTerms)[number] },
    send: ({ grace, days }, key) =>
      api.post<KeyMade>(`${base}/keys/${item.id}/rotate`, { grace: Number(grace), days: Number(days) }, key),
    refresh: [`${base}/keys`],
    done: onMade,
  });
  return (
    <Form form={form}>
      <p className="text-body text-muted">{words.rotateLead}</p>
      <Select
        {...form.field('grace')}
        label={words.grace}
        hint={words.graceHint}
        choices={graces.map((value) => ({ value, label: words.graceOf(Number(value)) }))}
      />
      <Select
        {...form.field('days')}
        label={words.term}
        choices={keyTerms.map((value) => ({ value, label: words.days(Number(value)) }))}
      />
      <Button type="submit" wide busy={form.busy}>
        {words.rotate}
      </Button>
    </Form>
  );
}
