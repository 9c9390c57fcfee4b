import { useState } from 'react';
import type { Group } from '../../../../server/modules/home/contract.ts';
import type { Organization } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { type Path, paths } from '../../../kernel/paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { countryChoices, currencyChoices } from '../../../ui/countries.ts';
import { useText } from '../text/index.ts';
import { WhoPays } from './who-pays.tsx';

type Item = Group['items'][number];
/** A parent and all organizations below it: what runs, what is owed and what is asked in each. */
export function Page() {
  const { group: words } = useText();
  const { api: base } = useOrganization();
  const group = useData<Group>(`${base}/group`, 'billing.');
  const mayManage = useCan('organizations.group.manage');
  const mayPay = useCan('organizations.group.pay');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={group.items.length > 1 ? words.lead : words.empty}
        act={
          mayManage && (
            <Button icon="plus" wide onClick={() => setAdding(true)}>
              {words.create}
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-4">
        <Card flush>
          <Members items={group.items} />
        </Card>
        {mayPay && <WhoPays items={group.items} />}
        <Slot name="group.sections" with={{}} />
      </div>
      <Dialog open={adding} onClose={() => setAdding(false)} title={words.create}>
        <AddForm base={base} />
      </Dialog>
    </>
  );
}

function Members({ items }: { items: Group['items'] }) {
  const { group: words } = useText();
  const columns: Column<Item>[] = [
    {
      key: 'name',
      header: words.organization,
      card: 'title',
      cell: ({ name, depth, pays }) => (
        <span
          className="block min-w-0 break-words"
          style={{ paddingInlineStart: `${Math.min(depth, 4)}rem` }}
        >
          {name}
          {depth > 0 && pays === 'parent' && (
            <span className="block text-13 font-normal text-muted">{words.paidAbove}</span>
          )}
        </span>
      ),
    },
    {
      key: 'services',
      card: 'when',
      header: words.services,
      align: 'end',
      cell: ({ slug, services }) => (
        <Count
          of={services}
          words={words.serviceWord(services ?? 0)}
          to={paths.organization(slug).services()}
        />
      ),
    },
    {
      key: 'owed',
      header: words.owed,
      card: 'figure',
      align: 'end',
      cell: ({ slug, money }) => <Owed money={money} to={paths.organization(slug).invoices()} />,
    },
    {
      key: 'tickets',
      card: 'state',
      header: words.tickets,
      align: 'end',
      cell: ({ slug, tickets }) => (
        <Count of={tickets} words={words.ticketWord(tickets ?? 0)} to={paths.organization(slug).tickets()} />
      ),
    },
  ];
  return (
    <DataTable
      caption={words.title}
      rows={items}
      columns={columns}
      rowKey={({ id }) => id}
      to={({ slug }) => paths.organization(slug).home()}
    />
  );
}

/** A number that leads to what it counts, in that organization; on cards with its word. */
function Count({ of, words, to }: { of: number | null; words: string; to: Path }) {
  if (of === null) return '–';
  return (
    <Link to={to} className="relative z-1">
      {of} <span className="as-table:sr-only">{words}</span>
    </Link>
  );
}

function Owed({ money, to }: { money: Item['money']; to: Path }) {
  const { group: words } = useText();
  if (money === null) return '–';
  if (money.length === 0) return <span className="text-muted">{words.nothing}</span>;
  return money.map(({ currency, open, overdue }) => (
    <span key={currency} className="block">
      <Link to={to} className="relative z-1">
        <MoneyText value={{ amount: open, currency }} />
      </Link>
      {overdue > 0 && (
        <span className="block text-13 text-danger">
          <MoneyText value={{ amount: overdue, currency }} /> {words.overdue}
        </span>
      )}
    </span>
  ));
}

function AddForm({ base }: { base: string }) {
  const { group, create, organization: words } = useText();
  const language = locale.use();
  const form = useForm({
    initial: { name: '', country: 'ID', currency: 'IDR' },
    send: (values, key) => api.post<Organization>(`${base}/children`, values, key),
    // A new document, so that the session with the new organization comes with it.
    done: () => location.reload(),
  });
  return (
    <Form form={form}>
      <p className="text-body text-muted">{group.createLead}</p>
      <TextField {...form.field('name')} label={create.name} autoComplete="organization" />
      <Select {...form.field('country')} label={words.country} choices={countryChoices(language)} />
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
