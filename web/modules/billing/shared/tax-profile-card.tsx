import { useState } from 'react';
import type { TaxProfile } from '../../../../server/modules/billing/tax-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useTaxText } from '../text/tax.ts';

type Kind = NonNullable<TaxProfile['kind']>;

/** Longest and, for the browser, what it is. */
const address = [
  ['street', 200, 'address-line1'],
  ['city', 100, 'address-level2'],
  ['postalCode', 20, 'postal-code'],
  ['region', 60, 'address-level1'],
] as const;

/** How an organization stands with taxes. `kinds`: what whoever reads may say of it. */
export function TaxProfileCard({ url, lead, kinds }: { url: string; lead: string; kinds: readonly Kind[] }) {
  const { profile: words } = useTaxText();
  const { data } = useSideData<TaxProfile>(url, 'billing.');
  const [open, setOpen] = useState(false);
  const may = useCan('billing.tax-profile.manage');
  if (!data) return null;
  const { legal, taxId, taxIdLooksWrong } = data;
  return (
    <Card title={words.title}>
      <p className="mb-3 max-w-[70ch] text-body text-muted">{lead}</p>
      <DefinitionList
        facts={[
          { term: words.kind, value: words.kinds[data.kindNow] },
          { term: words.taxId, value: taxId || words.noTaxId },
          legal.name !== '' && { term: words.legalName, value: legal.name },
          legal.nitku !== '' && { term: words.nitku, value: legal.nitku },
          legal.city !== '' && {
            term: words.city,
            value: [legal.street, legal.postalCode, legal.city, legal.region].filter(Boolean).join(', '),
          },
          data.reference !== '' && { term: words.reference, value: data.reference },
          { term: words.renewals, value: data.apart ? words.apart : words.together },
        ]}
      />
      {taxIdLooksWrong && <p className="mt-2 text-13 text-attention">{words.wrongTaxId}</p>}
      {may && (
        <div className="mt-3">
          <Button weight="secondary" onClick={() => setOpen(true)}>
            {words.change}
          </Button>
        </div>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={words.title} wide>
        <ProfileForm url={url} profile={data} kinds={kinds} onDone={() => setOpen(false)} />
      </Dialog>
    </Card>
  );
}

function ProfileForm({
  url,
  profile,
  kinds,
  onDone,
}: {
  url: string;
  profile: TaxProfile;
  kinds: readonly Kind[];
  onDone: () => void;
}) {
  const { profile: words } = useTaxText();
  const text = useKernelText();
  const { legal, can } = profile;
  const fixed = can.setKind === true ? null : can.setKind.no;
  const form = useForm({
    initial: { ...legal, kind: profile.kind ?? 'auto', reference: profile.reference, apart: profile.apart },
    check: ({ nitku }) => (/^(\d{22})?$/.test(nitku.trim()) ? {} : { nitku: words.needsNitku }),
    send: ({ kind, reference, apart, ...rest }) =>
      api.put<TaxProfile>(
        url,
        // Who is appointed stays so: the server keeps what staff have said.
        {
          kind: kind === 'auto' || fixed ? null : kind,
          reference,
          apart,
          legal: { ...rest, nitku: rest.nitku.trim() },
        },
        profile.version,
      ),
    refresh: [url],
    done: () => {
      onDone();
      toast({ words: words.saved });
    },
  });
  return (
    <Form form={form}>
      {fixed ? (
        <p className="text-body text-muted">{reasonWords(fixed)}</p>
      ) : (
        <Select
          {...form.field('kind')}
          label={words.kind}
          choices={(['auto', ...kinds] as const).map((value) => ({ value, label: words.kinds[value] }))}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...form.field('name')}
          label={words.legalName}
          hint={words.legalNameHint}
          maxLength={200}
          optional
        />
        <TextField
          {...form.field('nitku')}
          label={words.nitku}
          hint={words.nitkuHint}
          inputMode="numeric"
          maxLength={22}
          optional
        />
        {address.map(([name, maxLength, autoComplete]) => (
          <TextField
            key={name}
            {...form.field(name)}
            label={words[name]}
            {...{ maxLength, autoComplete }}
            optional
          />
        ))}
      </div>
      <TextField
        {...form.field('reference')}
        label={words.reference}
        hint={words.referenceHint}
        maxLength={100}
        optional
      />
      <Checkbox {...form.field('apart')} label={words.apartAsked} hint={words.apartHint} />
      <Button type="submit" wide busy={form.busy}>
        {text.save}
      </Button>
    </Form>
  );
}
