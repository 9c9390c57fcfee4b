import type { Texting } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useTextingText } from '../text/desk-texting.ts';
import { CodeCountries } from './code-countries.tsx';

const url = '/api/console/settings/identity.texting';

interface Setting {
  value: { countryCodes: string[]; newNumbersPerDay: number };
  version: number;
}

/** Where codes to phones may go, and how many. */
export function Page() {
  const words = useTextingText();
  const setting = useData<Setting>(url);
  const texting = useData<Texting>('/api/console/texting');
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: words.settings, to: consolePaths.settings() }]}
      />
      <div className="flex flex-col gap-4">
        <Sender {...texting} />
        <Bounds key={setting.version} {...setting} sent={texting.newNumbers} />
      </div>
    </div>
  );
}

/** Says so where no text reaches a phone. */
function Sender({ channels, delivers }: Texting) {
  const words = useTextingText();
  if (channels.length === 0) {
    return (
      <Banner tone="attention" title={words.off}>
        {words.offWords}
      </Banner>
    );
  }
  if (delivers) return null;
  return (
    <Banner
      tone="info"
      title={words.sandbox}
      act={
        <Link to={consolePaths.outbox()} className="shrink-0">
          {words.outbox}
        </Link>
      }
    >
      {words.sandboxWords}
    </Banner>
  );
}

function Bounds({ value, version, sent }: Setting & { sent: number }) {
  const words = useTextingText();
  const text = useKernelText();
  const form = useForm({
    initial: { countryCodes: value.countryCodes, newNumbersPerDay: String(value.newNumbersPerDay) },
    check: ({ newNumbersPerDay: most }): { newNumbersPerDay?: string } =>
      /^\d{1,6}$/.test(most.trim()) && Number(most) <= 100_000 ? {} : { newNumbersPerDay: words.wholeNumber },
    send: ({ countryCodes, newNumbersPerDay }) =>
      api.put(url, { value: { countryCodes, newNumbersPerDay: Number(newNumbersPerDay) } }, version),
    refresh: [url],
    done: () => toast({ words: words.saved }),
  });
  return (
    <Card title={words.who}>
      <Form form={form} label={words.who}>
        <CodeCountries {...form.field('countryCodes')} />
        <TextField
          {...form.field('newNumbersPerDay')}
          label={words.most}
          hint={words.mostHint(sent)}
          inputMode="numeric"
        />
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {text.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
