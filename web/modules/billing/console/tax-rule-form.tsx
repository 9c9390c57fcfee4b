import { useState } from 'react';
import type { TaxRuleRow, TaxRules } from '../../../../server/modules/billing/tax-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { type Choice, Select, TextField } from '../../../ui/inputs.tsx';
import { useTaxText } from '../text/tax.ts';

const url = '/api/console/tax-rules';
const codes = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const;
const transactionCodes = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'];
const shares = ['1/1', '11/12'];
const keysOf = <Key extends string>(words: Record<Key, string>) => Object.keys(words) as Key[];
const decimal = (typed: string) => (typed.trim() === '' ? NaN : Number(typed.trim().replace(',', '.')));

/** A rule to add, or one there is. */
export function TaxRuleForm({
  rule,
  country,
  countries,
  onDone,
}: {
  rule: TaxRuleRow | null;
  country: string;
  countries: readonly Choice[];
  onDone: () => void;
}) {
  const { settings: words, categories } = useTaxText();
  const text = useKernelText();
  const [removing, setRemoving] = useState(false);
  const form = useForm({
    initial: {
      country: rule?.country ?? country,
      region: rule?.region ?? '',
      category: rule?.category ?? 'standard',
      buyer: rule?.buyer ?? 'any',
      from: rule?.from ?? '',
      until: rule?.until ?? '',
      nameId: rule?.name.id ?? 'PPN',
      nameEn: rule?.name.en ?? 'VAT',
      percent: String(rule?.percent ?? ''),
      share: rule ? `${rule.base.numerator}/${rule.base.denominator}` : '1/1',
      code: rule?.code ?? 'S',
      exemptionCode: rule?.exemptionCode ?? '',
      reasonId: rule?.reason?.id ?? '',
      reasonEn: rule?.reason?.en ?? '',
      transactionCode: rule?.transactionCode ?? '',
    },
    check: ({ percent, code, from }) => ({
      ...(code !== 'S' || Number.isFinite(decimal(percent)) ? {} : { percent: words.needsNumber }),
      ...(from === '' ? { from: words.needsDate } : {}),
    }),
    send: ({ nameId, nameEn, reasonId, reasonEn, share, percent, until, transactionCode, ...same }, key) => {
      const [numerator, denominator] = share.split('/').map(Number);
      const taxed = same.code === 'S';
      const body = {
        ...same,
        until: until || null,
        name: { id: nameId, en: nameEn },
        percent: taxed ? decimal(percent) : 0,
        base: taxed ? { numerator, denominator } : { numerator: 1, denominator: 1 },
        reason: reasonId.trim() === '' ? null : { id: reasonId, en: reasonEn.trim() || reasonId },
        transactionCode: transactionCode || null,
      };
      return rule
        ? api.put<TaxRules>(`${url}/${rule.id}`, body, rule.version)
        : api.post<TaxRules>(url, body, key);
    },
    refresh: [url],
    done: () => {
      onDone();
      toast({ words: words.ruleSaved });
    },
  });
  const remove = useAct(() => api.delete(`${url}/${rule!.id}`), {
    refresh: [url],
    done: () => {
      onDone();
      toast({ words: words.removed });
    },
  });
  const taxed = form.values.code === 'S';
  return (
    <Form form={form}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select {...form.field('country')} label={words.showCountry} choices={countries} />
        <Select
          {...form.field('category')}
          label={words.category}
          choices={keysOf(categories).map((value) => ({ value, label: categories[value] }))}
        />
        <Select
          {...form.field('buyer')}
          label={words.buyer}
          choices={keysOf(words.buyers).map((value) => ({ value, label: words.buyers[value] }))}
        />
        <Select
          {...form.field('code')}
          label={words.code}
          choices={codes.map((value) => ({ value, label: words.codes[value] }))}
        />
        {taxed && (
          <>
            <TextField {...form.field('percent')} label={words.percent} inputMode="decimal" />
            <Select
              {...form.field('share')}
              label={words.share}
              choices={[...new Set([form.values.share, ...shares])].map((value) => ({ value, label: value }))}
            />
          </>
        )}
        <TextField {...form.field('from')} label={words.from} type="date" />
        <TextField
          {...form.field('until')}
          label={words.untilDay}
          hint={words.untilDayHint}
          type="date"
          optional
        />
        <TextField {...form.field('nameId')} label={words.nameId} maxLength={160} />
        <TextField {...form.field('nameEn')} label={words.nameEn} maxLength={160} />
        {!taxed && (
          <>
            <TextField {...form.field('reasonId')} label={words.reasonId} maxLength={160} />
            <TextField {...form.field('reasonEn')} label={words.reasonEn} maxLength={160} optional />
            <TextField
              {...form.field('exemptionCode')}
              label={words.exemption}
              hint={words.exemptionHint}
              maxLength={40}
              optional
            />
          </>
        )}
        <Select
          {...form.field('transactionCode')}
          label={words.transactionCode}
          choices={[
            { value: '', label: words.noCode },
            ...transactionCodes.map((value) => ({ value, label: value })),
          ]}
        />
      </div>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        {rule && (
          <Button weight="secondary" icon="trash" onClick={() => setRemoving(true)}>
            {words.remove}
          </Button>
        )}
        <Button type="submit" busy={form.busy}>
          {text.save}
        </Button>
      </div>
      {removing && (
        <ConfirmDialog
          open
          destructive
          onClose={() => setRemoving(false)}
          title={words.removeTitle}
          effect={words.removeEffect}
          verb={words.remove}
          busy={remove.busy}
          onConfirm={() => void remove.run({})}
        />
      )}
    </Form>
  );
}
