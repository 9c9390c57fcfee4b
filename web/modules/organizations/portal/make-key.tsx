import { useState } from 'react';
import type { KeyList, KeyMade } from '../../../../server/modules/organizations/key-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox, RadioCards } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextArea, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { keyTerms } from './key-terms.ts';
import { NewToken } from './new-token.tsx';
import { areaOf, areas } from './permission-areas.ts';

type Whose = 'personal' | 'organization';

const network = /^[0-9a-f.:]{2,45}(\/\d{1,3})?$/i;
const networksOf = (text: string) => text.split(/[\s,]+/).filter(Boolean);

export function MakeKey({ list, open, onClose }: { list: KeyList; open: boolean; onClose: () => void }) {
  const { keys: words } = useText();
  const [made, setMade] = useState<KeyMade | null>(null);
  const close = () => {
    setMade(null);
    onClose();
  };
  return (
    <Dialog open={open} onClose={close} title={made ? words.madeTitle : words.make}>
      {made ? <NewToken token={made.token} onDone={close} /> : <KeyForm list={list} onMade={setMade} />}
    </Dialog>
  );
}

function KeyForm({ list, onMade }: { list: KeyList; onMade: (made: KeyMade) => void }) {
  const { keys: words } = useText();
  const { api: base, name: organization } = useOrganization();
  const { makePersonal, makeForOrganization } = list.can;
  const form = useForm({
    initial: {
      name: '',
      whose: (makeForOrganization === true ? 'organization' : 'personal') as Whose,
      permissions: [] as string[],
      days: '90' as (typeof keyTerms)[number],
      networks: '',
    },
    check: ({ permissions, networks }) => ({
      ...(permissions.length === 0 ? { permissions: words.chooseSome } : {}),
      ...(networksOf(networks).every((one) => network.test(one)) ? {} : { networks: words.badNetwork }),
    }),
    send: ({ whose, days, networks, ...values }, key) =>
      api.post<KeyMade>(
        `${base}/keys`,
        { ...values, personal: whose === 'personal', days: Number(days), networks: networksOf(networks) },
        key,
      ),
    refresh: [`${base}/keys`],
    done: onMade,
  });
  const offered = list.permissions.filter((one) => form.values.whose === 'personal' || !one.personal);
  const readable = offered.filter((one) => one.reads && one.mine).map(({ name }) => name);
  return (
    <Form form={form}>
      <TextField {...form.field('name')} label={words.name} hint={words.nameHint} maxLength={60} />
      {makePersonal === true && makeForOrganization === true && (
        <RadioCards
          name="whose"
          label={words.whose}
          value={form.values.whose}
          onValue={(whose: Whose) => form.set({ whose, permissions: [] })}
          choices={[
            { value: 'organization', label: organization, hint: words.whoseAllHint },
            { value: 'personal', label: words.whoseMine, hint: words.whoseMineHint },
          ]}
        />
      )}
      <FieldSet label={words.may} hint={words.mayHint} error={form.errors.permissions}>
        <div>
          <Button weight="secondary" onClick={() => form.set({ permissions: readable })}>
            {words.readOnly}
          </Button>
        </div>
        {areas.map((area) => (
          <Permissions
            key={area}
            list={offered.filter(({ name }) => areaOf(name) === area)}
            held={form.values.permissions}
            onHeld={(permissions) => form.set({ permissions })}
          />
        ))}
      </FieldSet>
      <Select
        {...form.field('days')}
        label={words.term}
        hint={form.values.whose === 'personal' ? words.termHintMine : words.termHint}
        choices={keyTerms.map((value) => ({ value, label: words.days(Number(value)) }))}
      />
      <TextArea
        {...form.field('networks')}
        label={words.networks}
        hint={words.networksHint}
        rows={2}
        optional
      />
      <Button type="submit" wide busy={form.busy}>
        {words.make}
      </Button>
    </Form>
  );
}

function Permissions({
  list,
  held,
  onHeld,
}: {
  list: KeyList['permissions'];
  held: string[];
  onHeld: (held: string[]) => void;
}) {
  const { ownRoles, permissions: meaning } = useText();
  return list.map(({ name, mine }) => (
    <Checkbox
      key={name}
      name={name}
      label={meaning[name as keyof typeof meaning] ?? name}
      {...(mine ? {} : { hint: ownRoles.notYours })}
      disabled={!mine}
      value={held.includes(name)}
      onValue={(on) => onHeld(on ? [...held, name] : held.filter((one) => one !== name))}
    />
  ));
}
