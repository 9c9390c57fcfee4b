import type { ReactNode } from 'react';
import type { EvidencePack, Pack } from '../../../../server/modules/evidence/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextArea } from '../../../ui/inputs.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/desk-pack.ts';
import { SendToBank } from './send-to-bank.tsx';

type Part = Pack['parts'][number];

const order = [
  'order',
  'terms',
  'invoices',
  'payment',
  'refunds',
  'delivery',
  'signIns',
  'activity',
  'messages',
  'tickets',
] as const satisfies readonly Part[];
const personal: readonly Part[] = ['signIns', 'tickets'];

/** How much the records have of a part. */
function countOf(pack: Pack, part: Part): number {
  const found = pack.collected[part];
  if (found === null) return 0;
  return Array.isArray(found) ? found.length : 1;
}

/** The draft: which parts the bank reads, in which language, and what staff say. */
export function PackForm({
  url,
  pack,
  can,
  refresh,
  children,
}: {
  url: string;
  pack: Pack;
  can: EvidencePack['can'];
  refresh: string[];
  children: ReactNode;
}) {
  const words = useText();
  const initial = {
    ...(Object.fromEntries(order.map((part) => [part, pack.parts.includes(part)])) as Record<Part, boolean>),
    language: pack.language,
    statement: pack.statement,
  };
  const form = useForm({
    initial,
    check: () => ({}),
    send: ({ language, statement, ...chosen }) =>
      api.put<EvidencePack>(
        url,
        { parts: order.filter((part) => chosen[part]), language, statement },
        pack.version,
      ),
    refresh: [url],
    done: () => toast({ words: words.saved }),
  });
  const isChanged = JSON.stringify(form.values) !== JSON.stringify(initial);
  const blocked = isChanged ? words.unsaved : pack.statement === '' ? words.problems.statement_missing : null;
  return (
    <Form form={form} label={words.title}>
      <p className="text-13 text-muted">
        {words.read}: <Time value={pack.collectedAt} style="dateTime" />
      </p>
      <fieldset>
        <legend className="mb-1 text-body font-medium">{words.parts}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {order.map((part) => {
            const count = countOf(pack, part);
            const hint = [
              count === 0 ? words.nothing : words.entries(count),
              count > 0 && personal.includes(part) && words.personal,
            ];
            return (
              <Checkbox
                key={part}
                {...form.field(part)}
                label={words.partNames[part]}
                hint={hint.filter(Boolean).join(' · ')}
                disabled={count === 0}
              />
            );
          })}
        </div>
      </fieldset>
      <Select
        {...form.field('language')}
        label={words.language}
        choices={(['id', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
      />
      <TextArea
        {...form.field('statement')}
        label={words.statement}
        hint={words.statementHint}
        rows={8}
        maxLength={20_000}
      />
      <FormActs>
        <SendToBank url={url} can={can} refresh={refresh} verb={words.submit} blocked={blocked} />
        <Button type="submit" weight="secondary" busy={form.busy}>
          {words.save}
        </Button>
        {children}
      </FormActs>
    </Form>
  );
}
