import { useState } from 'react';
import type { Organization } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { countryChoices, currencyChoices } from '../../../ui/countries.ts';
import { useText } from '../text/index.ts';
import type { ClientDetail } from './client-detail.ts';
import { MoveClient } from './move-client.tsx';
import { PayerChoice } from '../payer-choice.tsx';

/** Where a client stands in its group of companies, and who pays for it. */
export function ClientGroup({ client }: { client: ClientDetail }) {
  const { clients: words, group } = useText();
  const [open, setOpen] = useState<'move' | 'payer' | 'add' | null>(null);
  const mayChange = useCan('organizations.clients.change');
  const close = () => setOpen(null);
  return (
    <Card title={group.title}>
      <DefinitionList
        facts={[
          {
            term: words.parent,
            value: client.parent ? (
              <Link to={consolePaths.client(client.parent.id)}>{client.parent.name}</Link>
            ) : (
              group.nobody
            ),
          },
          client.parent && {
            term: group.payer,
            value: client.pays === 'parent' ? client.parent.name : group.itself,
          },
          client.children.length > 0 && {
            term: words.children,
            value: client.children.map((child) => (
              <Link key={child.id} to={consolePaths.client(child.id)} className="block">
                {child.name}
              </Link>
            )),
          },
        ]}
      />
      {mayChange && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button weight="secondary" onClick={() => setOpen('move')}>
            {group.move}
          </Button>
          {client.parent && (
            <Button weight="secondary" onClick={() => setOpen('payer')}>
              {group.payer}
            </Button>
          )}
          <Button weight="secondary" onClick={() => setOpen('add')}>
            {group.addBelow}
          </Button>
        </div>
      )}
      {open === 'move' && <MoveClient client={client} onClose={close} />}
      {open === 'payer' && client.parent && (
        <ChoosePayer client={client} parent={client.parent.name} onClose={close} />
      )}
      <Dialog open={open === 'add'} onClose={close} title={group.addBelowOf(client.name)}>
        <AddForm client={client} onDone={close} />
      </Dialog>
    </Card>
  );
}

function ChoosePayer({
  client,
  parent,
  onClose,
}: {
  client: ClientDetail;
  parent: string;
  onClose: () => void;
}) {
  const { group: words } = useText();
  const [pays, setPays] = useState(client.pays);
  const choose = useAct(() => api.put(`/api/console/clients/${client.id}/payer`, { pays }), {
    refresh: ['/api/console/clients'],
    done: () => {
      onClose();
      toast({ words: words.payerSaved });
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.payerOf(client.name)}>
      <PayerChoice parent={parent} value={pays} onValue={setPays} />
      <Button wide busy={choose.busy} onClick={() => void choose.run({})}>
        {words.save}
      </Button>
    </Dialog>
  );
}

function AddForm({ client, onDone }: { client: ClientDetail; onDone: () => void }) {
  const { group, create, organization: words } = useText();
  const form = useForm({
    initial: { name: '', country: client.country, currency: client.currency },
    send: (values, key) => api.post<Organization>(`/api/console/clients/${client.id}/children`, values, key),
    refresh: ['/api/console/clients'],
    done: ({ name }) => {
      onDone();
      toast({ words: group.added(name) });
    },
  });
  return (
    <Form form={form}>
      <p className="text-body text-muted">{group.addBelowLead}</p>
      <TextField {...form.field('name')} label={words.name} autoComplete="off" />
      <Select {...form.field('country')} label={words.country} choices={countryChoices(locale.use())} />
      <Select
        {...form.field('currency')}
        label={words.currency}
        hint={words.currencyHint}
        choices={currencyChoices}
      />
      <Button type="submit" wide busy={form.busy}>
        {create.act}
      </Button>
    </Form>
  );
}
