import { useRef, useState } from 'react';
import type { z } from 'zod';
import type { Client, ClientDetail } from '../../../../server/modules/organizations/contract.ts';
import type {
  openedShape,
  TicketForm,
  TicketItem,
  Upload,
} from '../../../../server/modules/support/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Finder, type Found } from '../../../kernel/forms/finder.tsx';
import { goTo } from '../../../kernel/pages/link.tsx';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData, useSideData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import type { Keeper } from '../shared/drafts/keeper.ts';
import { useKeptForm } from '../shared/drafts/use-kept-form.tsx';
import { addressesIn, wrongIn } from '../shared/copied/addresses.ts';
import { MessageField } from '../shared/files/message-field.tsx';
import { useText } from '../text/desk.ts';
import { useFollowerText } from '../text/followers.ts';
import { useOpenText } from '../text/open.ts';
import { chosenIn } from '../shared/people/chosen-in.ts';
import { PeopleFields } from '../shared/people/people-fields.tsx';
import { useRefusedAddress } from '../shared/people/use-refused-address.ts';
import { LinkFields } from './link-fields.tsx';

const to = consolePaths;
/** As many as staff may copy by hand. */
const mostCopied = 20;
const kinds = ['question', 'problem', 'request', 'complaint', 'cancellation'] as const;
const priorities = ['emergency', 'high', 'normal', 'low'] as const;

const readClient = ({ id, name, billingEmail }: Client): Found => ({ id, name, detail: billingEmail });

interface Values {
  organizationId: string;
  requesterId: string;
  subject: string;
  text: string;
  kind: TicketItem['kind'];
  priority: TicketItem['priority'];
  queue: string;
  status: 'open' | 'waiting_customer';
  serviceId: string;
  invoiceId: string;
  files: Upload[];
  /** Ids of members, and outside addresses, separated by commas. */
  followers: string;
  copied: string;
}

/** What a client said on the telephone, or what they have to be told, as a ticket of theirs. */
export function Page() {
  const {
    forClient: words,
    desk,
    kinds: kindNames,
    priorities: priorityNames,
    ticket,
    files: fileWords,
  } = useText();
  const open = useOpenText();
  const format = useFormat();
  const asked = useSearch().get('client') ?? '';
  const rules = useData<TicketForm>('/api/console/tickets/form');
  const people = useFollowerText();
  const refused = useRefusedAddress();
  const sending = useRef(false);
  const keeper = useRef<Keeper>(null);
  const draft = `desk-ticket-new:${asked}`;
  const [initial] = useState<Values>(() => ({
    organizationId: asked,
    requesterId: '',
    subject: '',
    text: '',
    kind: 'question',
    priority: 'normal',
    queue: '',
    status: 'open',
    serviceId: '',
    invoiceId: '',
    files: [],
    followers: '',
    copied: '',
  }));
  const form = useForm<Values, z.output<typeof openedShape>>({
    initial,
    draft,
    check: ({ organizationId, requesterId, copied }) => ({
      ...(organizationId ? {} : { organizationId: words.needClient }),
      ...(organizationId && !requesterId ? { requesterId: words.needPerson } : {}),
      ...(sending.current ? { text: fileWords.wait } : {}),
      ...(wrongIn(copied) ? { copied: `${wrongIn(copied)}: ${people.addressWrong}` } : {}),
    }),
    failed: refused.note,
    send: async ({ serviceId, invoiceId, queue, files, followers, copied, ...values }, key) =>
      api.post(
        '/api/console/tickets',
        {
          ...values,
          serviceId: serviceId || null,
          invoiceId: invoiceId || null,
          ...(queue ? { queue } : {}),
          files: files.map(({ id }) => id),
          followers: chosenIn(followers),
          copied: addressesIn(copied),
          draft: await keeper.current?.settle(),
        },
        key,
      ),
    refresh: ['/api/console/tickets'],
    done: ({ id, number }) => {
      keeper.current?.sent();
      toast({ words: words.done(number) });
      goTo(to.ticket(id), { replace: true });
    },
  });
  const { taken, line } = useKeptForm(form, {
    url: withQuery('/api/console/new-ticket-draft', { client: asked }),
    name: draft,
    initial,
    ref: keeper,
  });
  const { organizationId, files } = form.values;
  const { data: client } = useSideData<ClientDetail>(
    organizationId ? `/api/console/clients/${encodeURIComponent(organizationId)}` : null,
  );
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ label: desk.title, to: to.tickets() }]} />
      <Card className="max-w-2xl">
        <Form form={form} label={words.title}>
          <Finder<Client>
            name="organizationId"
            label={words.findClient}
            hint={words.clientHint}
            words={{ change: words.change, none: words.noClient }}
            url="/api/console/clients"
            read={readClient}
            chosen={client && readClient(client)}
            error={form.errors.organizationId}
            onChoose={(row) =>
              // People, services and files belong to one client.
              form.set({
                organizationId: row?.id ?? '',
                requesterId: '',
                serviceId: '',
                invoiceId: '',
                files: [],
                followers: '',
              })
            }
          />
          {client && (
            <>
              <Select
                {...form.field('requesterId')}
                label={words.person}
                hint={client.members.length === 0 ? words.nobody : undefined}
                choices={[
                  { value: '', label: words.choosePerson },
                  ...client.members.map(({ id, name, email }) => ({ value: id, label: `${name}, ${email}` })),
                ]}
              />
              <TextField {...form.field('subject')} label={open.subject} maxLength={200} autoComplete="off" />
              <MessageField
                key={`${organizationId} ${taken}`}
                field={form.field('text')}
                label={open.message}
                hint={open.messageHint}
                uploads={`/api/console/clients/${organizationId}/uploads`}
                rules={rules}
                files={files}
                onFiles={({ uploads, busy }) => {
                  sending.current = busy;
                  form.set({ files: uploads });
                }}
              />
              <div className="grid gap-4 sm:grid-cols-2">
                <Select
                  {...form.field('kind')}
                  label={ticket.kind}
                  choices={kinds.map((value) => ({ value, label: kindNames[value] }))}
                />
                <Select
                  {...form.field('priority')}
                  label={ticket.priority}
                  choices={priorities.map((value) => ({ value, label: priorityNames[value] }))}
                />
                <Select
                  {...form.field('queue')}
                  label={desk.queue}
                  choices={[
                    { value: '', label: words.autoQueue },
                    ...rules.queues.map(({ name, titles }) => ({ value: name, label: format.words(titles) })),
                  ]}
                />
                <LinkFields
                  organization={organizationId}
                  values={form.values}
                  onChange={(change) => form.set(change)}
                />
              </div>
              <RadioCards
                {...form.field('status')}
                label={words.status}
                columns={2}
                choices={(['open', 'waiting_customer'] as const).map((value) => ({
                  value,
                  label: words.statuses[value],
                }))}
              />
              <PeopleFields
                others={client.members.filter(({ id }) => id !== form.values.requesterId)}
                label={people.followToo}
                followers={form.field('followers')}
                copied={refused.named(form.field('copied'))}
                most={mostCopied}
              />
              <FormActs>
                <Button type="submit" busy={form.busy}>
                  {words.send}
                </Button>
                {line}
              </FormActs>
            </>
          )}
        </Form>
      </Card>
    </>
  );
}
