import type { CatalogProduct, CatalogTree } from '../../../../server/modules/catalog/contract.ts';
import type { FieldBinding, Form as FormState } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Checkbox } from '../../../ui/choices.tsx';
import { Select, TextArea, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { type Both, BothFields } from './both-fields.tsx';
import { slugOf } from './slug-of.ts';

const taxCategories = [
  'standard',
  'reduced',
  'luxury',
  'digital',
  'zero',
  'exempt',
  'outside',
] as const satisfies readonly CatalogProduct['taxCategory'][];

/** A product as a form holds it: numbers and JSON as they are typed. */
export interface ProductValues {
  group: string;
  name: Both;
  description: Both;
  slug: string;
  position: string;
  visible: boolean;
  taxCategory: CatalogProduct['taxCategory'];
  /** 'business': as the business says. */
  taxIncluded: 'business' | 'included' | 'added';
  existingClientsOnly: boolean;
  needsAccount: boolean;
  trialDays: string;
  provisioner: string;
  configuration: string;
}

export function newProduct(group: string): ProductValues {
  return {
    group,
    name: { id: '', en: '' },
    description: { id: '', en: '' },
    slug: '',
    position: '100',
    visible: false,
    taxCategory: 'standard',
    taxIncluded: 'business',
    existingClientsOnly: false,
    needsAccount: false,
    trialDays: '0',
    provisioner: 'manual',
    configuration: '',
  };
}

export function valuesOf(product: CatalogProduct): ProductValues {
  const { group, name, description, slug, visible, taxCategory, provisioner } = product;
  return {
    group,
    name,
    description,
    slug,
    visible,
    taxCategory,
    taxIncluded: product.taxIncluded === null ? 'business' : product.taxIncluded ? 'included' : 'added',
    existingClientsOnly: product.existingClientsOnly,
    needsAccount: product.needsAccount,
    provisioner,
    position: String(product.position),
    trialDays: String(product.trialDays),
    configuration: jsonText(product.configuration),
  };
}

export function bodyOf({ position, trialDays, configuration, slug, taxIncluded, ...same }: ProductValues) {
  return {
    ...same,
    taxIncluded: taxIncluded === 'business' ? null : taxIncluded === 'included',
    slug: slug || slugOf(same.name.en),
    position: Number(position),
    trialDays: Number(trialDays),
    configuration: jsonOf(configuration),
  };
}

export function jsonText(value: object): string {
  return Object.keys(value).length > 0 ? JSON.stringify(value, null, 2) : '';
}

export function jsonOf(text: string): unknown {
  return text.trim() === '' ? {} : JSON.parse(text);
}

export function isJsonObject(text: string): boolean {
  try {
    const value = jsonOf(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

export function ProductFields({
  form,
  groups,
}: {
  form: FormState<ProductValues>;
  groups: CatalogTree['groups'];
}) {
  const { fields: words } = useText();
  const format = useFormat();
  return (
    <>
      <BothFields {...form.field('name')} label={words.name} />
      <BothFields {...form.field('description')} label={words.description} long optional />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          {...form.field('group')}
          label={words.group}
          choices={groups.map((group) => ({ value: group.id, label: format.words(group.name) }))}
        />
        <TextField
          {...form.field('slug')}
          label={words.slug}
          hint={words.slugHint}
          optional
          placeholder={slugOf(form.values.name.en)}
        />
        <TextField
          {...form.field('position')}
          label={words.position}
          hint={words.positionHint}
          inputMode="numeric"
        />
        <TextField
          {...form.field('trialDays')}
          label={words.trialDays}
          hint={words.trialHint}
          inputMode="numeric"
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          {...form.field('taxCategory')}
          label={words.taxCategory}
          hint={words.taxCategoryHint}
          choices={taxCategories.map((value) => ({ value, label: words.taxCategories[value] }))}
        />
        <Select
          {...form.field('taxIncluded')}
          label={words.taxIncluded}
          choices={(['business', 'included', 'added'] as const).map((value) => ({
            value,
            label: words.taxIncludes[value],
          }))}
        />
      </div>
      <div className="flex flex-col">
        <Checkbox {...form.field('visible')} label={words.visible} hint={words.visibleHint} />
        <Checkbox {...form.field('existingClientsOnly')} label={words.existing} hint={words.existingHint} />
        <Checkbox {...form.field('needsAccount')} label={words.needsAccount} hint={words.needsAccountHint} />
      </div>
      <ProvisionerField {...form.field('provisioner')} />
      <TextArea
        {...form.field('configuration')}
        label={words.configuration}
        hint={words.configurationHint}
        rows={4}
        optional
      />
    </>
  );
}

/** The adapters there are, once they are known; until then the name is typed. */
function ProvisionerField(field: FieldBinding<string>) {
  const { fields: words } = useText();
  const format = useFormat();
  const { data } = useSideData<{ items: { name: string; label: Both }[] }>(
    '/api/console/provisioning/drivers',
  );
  if (!data) {
    return (
      <TextField
        {...field}
        label={words.provisioner}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    );
  }
  const choices = [
    ...data.items.map(({ name, label }) => ({ value: name, label: format.words(label) })),
    { value: 'none', label: words.nothingToSetUp },
  ];
  const known = choices.some((choice) => choice.value === field.value);
  return (
    <Select
      {...field}
      label={words.provisioner}
      choices={known ? choices : [{ value: field.value, label: field.value }, ...choices]}
    />
  );
}
