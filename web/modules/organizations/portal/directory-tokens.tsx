import { useState } from 'react';
import type { KeyItem, KeyList, KeyMade } from '../../../../server/modules/organizations/key-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { KeyFacts } from '../key-facts.tsx';
import { RevokeKey } from '../revoke-key.tsx';
import { useText } from '../text/index.ts';
import { keyTerms } from './key-terms.ts';
import { NewToken } from './new-token.tsx';
import { RotateKey } from './rotate-key.tsx';

/** What makes an API key one of a directory. */
const permission = 'directory.users.provision';

/** The keys with which a directory asks; two can be good at once, so that one takes the place of the other. */
export function DirectoryTokens() {
  const { directory: words, keys } = useText();
  const { api: base } = useOrganization();
  const { data } = useSideData<KeyList>(`${base}/keys`, 'organizations.key');
  const [rotating, setRotating] = useState<KeyItem | null>(null);
  const [revoking, setRevoking] = useState<KeyItem | null>(null);
  const items = data?.items.filter((one) => !one.person && one.permissions.includes(permission)) ?? [];
  return (
    <Card title={words.tokens} flush>
      {items.length === 0 && <p className="px-4 pb-4 text-body text-muted sm:px-5">{words.noToken}</p>}
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <li key={item.id} className="flex items-start justify-between gap-3 px-4 py-3 sm:px-5">
            <KeyFacts item={item} />
            <MoreMenu
              label={keys.menu(item.name)}
              groups={[
                [
                  {
                    label: keys.rotate,
                    icon: 'swap',
                    run: () => setRotating(item),
                    reason: item.can.rotate === true ? null : reasonWords(item.can.rotate.no),
                  },
                ],
                [{ label: keys.revoke, icon: 'leave', destructive: true, run: () => setRevoking(item) }],
              ]}
            />
          </li>
        ))}
      </ul>
      <RotateKey item={rotating} onClose={() => setRotating(null)} />
      <RevokeKey item={revoking} url={`${base}/keys`} onClose={() => setRevoking(null)} />
    </Card>
  );
}

export function MakeToken({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { directory: words, keys } = useText();
  const [made, setMade] = useState<KeyMade | null>(null);
  const close = () => {
    setMade(null);
    onClose();
  };
  return (
    <Dialog open={open} onClose={close} title={made ? keys.madeTitle : words.make}>
      {made ? <NewToken token={made.token} onDone={close} /> : <TokenForm onMade={setMade} />}
    </Dialog>
  );
}

function TokenForm({ onMade }: { onMade: (made: KeyMade) => void }) {
  const { directory: words, keys } = useText();
  const { api: base } = useOrganization();
  const form = useForm({
    initial: { name: words.nameExample, days: '365' as (typeof keyTerms)[number] },
    send: ({ name, days }, key) =>
      api.post<KeyMade>(`${base}/keys`, { name, days: Number(days), permissions: [permission] }, key),
    refresh: [`${base}/keys`],
    done: onMade,
  });
  return (
    <Form form={form}>
      <TextField {...form.field('name')} label={words.name} hint={words.nameHint} maxLength={60} />
      <Select
        {...form.field('days')}
        label={keys.term}
        hint={keys.termHint}
        choices={keyTerms.map((value) => ({ value, label: keys.days(Number(value)) }))}
      />
      <Button type="submit" wide busy={form.busy}>
        {words.make}
      </Button>
    </Form>
  );
}
