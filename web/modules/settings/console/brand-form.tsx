import type { Brand } from '../../../../server/kernel/brand.ts';
import { api } from '../../../kernel/api/client.ts';
import { ApiProblem } from '../../../kernel/api/problem.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { AccentField } from './accent-field.tsx';
import { BrandPreview } from './brand-preview.tsx';
import { LogoField } from './logo-field.tsx';
import { RadiusField } from './radius-field.tsx';
import { wearBrand } from './wear-brand.ts';

const url = '/api/console/settings/brand';
const isColor = (text: string) => /^#[0-9a-f]{6}$/.test(text);

interface Stored {
  value: Brand;
  version: number;
}

/** Saves the brand; refusals name the form's fields, which the API knows as parts of `value`. */
async function save(value: Brand, version: number): Promise<Stored> {
  try {
    return await api.put<Stored>(url, { value }, version);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const fields = error.fields.map((field) => ({ ...field, path: field.path.replace(/^value\./, '') }));
    throw new ApiProblem({ ...error.body, fields });
  }
}

export function BrandForm() {
  const words = useText();
  const text = useKernelText();
  const mayManage = useCan('kernel.settings.manage');
  const { value, version } = useData<Stored>(url, 'kernel.setting-changed');
  const { tagline, ...rest } = value;
  const form = useForm({
    initial: { ...rest, taglineId: tagline.id, taglineEn: tagline.en },
    check: ({ name, accent, supportEmail }) => ({
      ...(name.trim() ? {} : { name: words.nameProblem }),
      ...(isColor(accent) ? {} : { accent: words.accentProblem }),
      ...(supportEmail.includes('@') ? {} : { supportEmail: words.emailProblem }),
    }),
    send: ({ taglineId, taglineEn, ...same }) =>
      save({ ...same, tagline: { id: taglineId, en: taglineEn } }, version),
    refresh: [url],
    done: (saved) => {
      wearBrand(saved.value);
      toast({ words: words.saved });
    },
  });
  const { accent, radius, typeface, name, logo } = form.values;
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <Card title={words.brand}>
        <p className="mb-4 text-body text-muted">{words.brandLead}</p>
        <Form form={form} label={words.brand}>
          <TextField {...form.field('name')} label={words.name} maxLength={80} autoComplete="organization" />
          <LogoField {...form.field('logo')} name={name} />
          <div className="grid gap-4 sm:grid-cols-2">
            <AccentField {...form.field('accent')} />
            <RadiusField {...form.field('radius')} />
          </div>
          <RadioCards
            {...form.field('typeface')}
            label={words.typeface}
            columns={2}
            choices={(['inter', 'system'] as const).map((one) => ({
              value: one,
              label: words.typefaces[one],
              hint: words.typefaceHints[one],
            }))}
          />
          <TextField
            {...form.field('supportEmail')}
            label={words.supportEmail}
            hint={words.supportEmailHint}
            type="email"
            maxLength={254}
          />
          <TextField
            {...form.field('taglineId')}
            lang="id"
            label={words.taglineId}
            maxLength={200}
            optional
          />
          <TextField
            {...form.field('taglineEn')}
            lang="en"
            label={words.taglineEn}
            maxLength={200}
            optional
          />
          <FormActs>
            <Button type="submit" busy={form.busy} reason={mayManage ? null : words.onlyAdministrators}>
              {text.save}
            </Button>
          </FormActs>
        </Form>
      </Card>
      <BrandPreview
        accent={isColor(accent) ? accent : value.accent}
        radius={radius}
        typeface={typeface}
        name={name}
        logo={logo}
      />
    </div>
  );
}
