import { useRef, useState } from 'react';
import type { z } from 'zod';
import type {
  openedShape,
  TicketForm,
  TicketItem,
  Upload,
} from '../../../../server/modules/support/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
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
import { chosenIn } from '../shared/people/chosen-in.ts';
import { useRefusedAddress } from '../shared/people/use-refused-address.ts';
import { useFollowerText } from '../text/followers.ts';
import { useText } from '../text/index.ts';
import { useListText } from '../text/list.ts';
import { useOpenText } from '../text/open.ts';
import { useInvoiceChoices, useServiceChoices } from './choices.ts';
import { People } from './people.tsx';
import { Suggestions } from './suggestions.tsx';
import { useSuggestions } from './use-suggestions.ts';

const kinds = ['question', 'problem', 'request', 'complaint', 'cancellation'] as const;
const impacts = ['one', 'several', 'everyone'] as const;
const hindrances = ['can_wait', 'hindered', 'stopped'] as const;

interface Values {
  kind: TicketItem['kind'];
  subject: string;
  text: string;
  serviceId: string;
  invoiceId: string;
  queue: string;
  impact: (typeof impacts)[number];
  hindrance: (typeof hindrances)[number];
  files: Upload[];
  /** Ids of colleagues, and outside addresses, separated by commas. */
  followers: string;
  copied: string;
}

/** Opening a ticket. A link from a service, invoice or offer presets what it is about, and keeps a draft of its own. */
export function Page() {
  const words = useOpenText();
  const { ticket: ticketWords, files: fileWords, priorities } = useText();
  const list = useListText();
  const { api: base, to } = useOrganization();
  const format = useFormat();
  const search = useSearch();
  const service = search.get('service') ?? '';
  const invoice = search.get('invoice') ?? '';
  const offer = search.get('offer') ?? '';
  const rules = useData<TicketForm>(`${base}/tickets/form`);
  const services = useServiceChoices(useCan('services.service.read'));
  const invoices = useInvoiceChoices(useCan('billing.invoices.read'));
  const sending = useRef(false);
  const people = useFollowerText();
  const refused = useRefusedAddress();
  const keeper = useRef<Keeper>(null);
  const draft = `ticket-new:${base}:${service}:${invoice}:${offer}`;
  const [initial] = useState<Values>(() => ({
    kind: 'question',
    subject: (search.get('subject') ?? '').slice(0, 200),
    text: '',
    serviceId: service,
    invoiceId: invoice,
    queue: '',
    impact: 'one',
    hindrance: 'hindered',
    files: [],
    followers: '',
    copied: '',
  }));
  const form = useForm<Values, z.output<typeof openedShape>>({
    initial,
    draft,
    check: ({ copied }) => ({
      ...(sending.current ? { text: fileWords.wait } : {}),
      ...(wrongIn(copied) ? { copied: `${wrongIn(copied)}: ${people.addressWrong}` } : {}),
    }),
    failed: refused.note,
    send: async ({ serviceId, invoiceId, queue, files, followers, copied, ...values }, key) =>
      api.post(
        `${base}/tickets`,
        {
          ...values,
          serviceId: serviceId || null,
          invoiceId: invoiceId || null,
          offerId: offer || null,
          ...(queue ? { queue } : {}),
          files: files.map(({ id }) => id),
          followers: chosenIn(followers),
          copied: addressesIn(copied),
          draft: await keeper.current?.settle(),
        },
        key,
      ),
    refresh: [`${base}/tickets`],
    done: ({ id, number }) => {
      keeper.current?.sent();
      toast({ words: words.done(number) });
      goTo(to.ticket(id), { replace: true });
    },
  });
  const about = [service, invoice, offer].join(':');
  const { taken, line } = useKeptForm(form, {
    url: withQuery(`${base}/new-ticket-draft`, { about: about === '::' ? null : about }),
    name: draft,
    initial,
    ref: keeper,
  });
  const { subject, text, impact, hindrance, files } = form.values;
  const proposed = rules.matrix[impact][hindrance];
  const found = useSuggestions(`${subject} ${text}`);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ label: list.title, to: to.tickets() }]} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <Card className="max-w-2xl">
          <Form form={form} label={words.title}>
            <RadioCards
              {...form.field('kind')}
              label={words.kind}
              columns={2}
              choices={kinds.map((value) => ({
                value,
                label: words.kinds[value],
                hint: words.kindHints[value],
              }))}
            />
            <TextField
              {...form.field('subject')}
              label={words.subject}
              hint={words.subjectHint}
              maxLength={200}
              autoComplete="off"
            />
            <Suggestions found={found} className="lg:hidden" />
            <MessageField
              key={taken}
              field={form.field('text')}
              label={words.message}
              hint={words.messageHint}
              uploads={`${base}/uploads`}
              rules={rules}
              files={files}
              onFiles={({ uploads, busy }) => {
                sending.current = busy;
                form.set({ files: uploads });
              }}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              {services.length > 0 && (
                <Select
                  {...form.field('serviceId')}
                  label={words.service}
                  choices={[{ value: '', label: words.noService }, ...services]}
                />
              )}
              {invoices.length > 0 && (
                <Select
                  {...form.field('invoiceId')}
                  label={words.invoice}
                  choices={[{ value: '', label: words.noInvoice }, ...invoices]}
                />
              )}
              <Select
                {...form.field('queue')}
                label={words.queue}
                choices={[
                  { value: '', label: words.anyQueue },
                  ...rules.queues.map(({ name, titles }) => ({ value: name, label: format.words(titles) })),
                ]}
              />
            </div>
            <div>
              <div className="grid gap-4 sm:grid-cols-2">
                <Select
                  {...form.field('impact')}
                  label={words.impact}
                  choices={impacts.map((value) => ({ value, label: words.impacts[value] }))}
                />
                <Select
                  {...form.field('hindrance')}
                  label={words.hindrance}
                  choices={hindrances.map((value) => ({ value, label: words.hindrances[value] }))}
                />
              </div>
              <p role="status" className="mt-2 text-13 text-muted">
                {words.proposed(
                  priorities[proposed].toLowerCase(),
                  ticketWords.span(rules.answerMinutes[proposed]),
                )}
              </p>
            </div>
            <People
              followers={form.field('followers')}
              copied={refused.named(form.field('copied'))}
              most={rules.mostCopied}
            />
            <FormActs>
              <Button type="submit" icon="send" busy={form.busy}>
                {words.send}
              </Button>
              {line}
            </FormActs>
          </Form>
        </Card>
        <aside aria-label={words.aside} className="flex flex-col gap-4 max-lg:hidden lg:sticky lg:top-6">
          <Suggestions found={found} className="" />
          <Card title={words.aside}>
            <ol className="flex list-decimal flex-col gap-2 ps-5 text-body text-muted">
              {words.next.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </Card>
        </aside>
      </div>
    </>
  );
}
