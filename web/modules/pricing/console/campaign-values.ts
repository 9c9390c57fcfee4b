import type { CampaignBody, PriceCampaign } from '../../../../server/modules/pricing/contract.ts';
import type { Text } from '../text/en.ts';

type Rule = PriceCampaign['rule'];
export type Cycle = NonNullable<PriceCampaign['selection']['cycle']>;

/** A campaign as its form holds it. */
export interface Values {
  name: string;
  product: string;
  plans: string[];
  currency: string;
  cycle: Cycle | '';
  country: string;
  soldBefore: string;
  excluded: string[];
  kind: Rule['kind'];
  percent: string;
  amount: number | null;
  to: string;
  how: 'nearest' | 'up' | 'down';
  effectiveOn: string;
  noticeDays: string;
  optOut: 'cancel' | 'keep';
  keepUntil: string;
  id: string;
  en: string;
}

export function emptyValues(words: Text, today: string, product: string): Values {
  return {
    name: '',
    product,
    plans: [],
    currency: '',
    cycle: '',
    country: '',
    soldBefore: '',
    excluded: [],
    kind: 'version',
    percent: '',
    amount: null,
    to: '1000',
    how: 'nearest',
    effectiveOn: today,
    noticeDays: '30',
    optOut: 'cancel',
    keepUntil: '',
    ...words.form.texts,
  };
}

export function valuesOf(campaign: PriceCampaign, product: string): Values {
  const { name, selection, rule, effectiveOn, noticeDays, optOut, keepUntil, texts } = campaign;
  const { plans, currency, cycle, countries, soldBefore, excluded } = selection;
  const rounding = rule.kind === 'version' ? { to: 1000, how: 'nearest' as const } : rule.rounding;
  return {
    name,
    product,
    plans: plans.map(({ id }) => id),
    currency: currency ?? '',
    cycle: cycle ?? '',
    country: countries[0] ?? '',
    soldBefore: soldBefore ?? '',
    excluded,
    kind: rule.kind,
    percent: rule.kind === 'percent' ? String(rule.hundredths / 100) : '',
    amount: rule.kind === 'amount' ? rule.amount : null,
    to: String(rounding.to),
    how: rounding.how,
    effectiveOn,
    noticeDays: String(noticeDays),
    optOut,
    keepUntil: keepUntil ?? '',
    ...texts,
  };
}

/** Hundredths of a percent of what somebody typed, with a comma or a point; null when that is no number. */
export function hundredthsOf(typed: string): number | null {
  const text = typed.trim().replace(',', '.').replace('−', '-');
  return /^-?\d{1,4}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : null;
}

/** An amount, and what is rounded to, are of one currency. */
export const lacksCurrency = ({ currency, kind, to }: Values): boolean =>
  !currency && (kind === 'amount' || (kind === 'percent' && to !== '1'));

/** Null while it does not say enough to be looked at. */
export function bodyOf(values: Values): (Omit<CampaignBody, 'selection'> & { selection: object }) | null {
  const { plans, currency, cycle, country, soldBefore, excluded, kind, percent, amount, to, how } = values;
  const rounding = { to: Number(to), how };
  const hundredths = hundredthsOf(percent);
  const rule: Rule | null =
    kind === 'version'
      ? { kind }
      : kind === 'percent'
        ? hundredths === null
          ? null
          : { kind, hundredths, rounding }
        : amount === null
          ? null
          : { kind, amount, rounding };
  if (!rule || plans.length === 0 || lacksCurrency(values)) return null;
  return {
    name: values.name,
    selection: {
      plans,
      currency: currency || null,
      cycle: cycle || null,
      soldBefore: soldBefore || null,
      countries: country ? [country] : [],
      excluded,
    },
    rule,
    effectiveOn: values.effectiveOn as CampaignBody['effectiveOn'],
    noticeDays: Number(values.noticeDays) || 0,
    optOut: values.optOut,
    keepUntil: (values.optOut === 'keep' && values.keepUntil
      ? values.keepUntil
      : null) as CampaignBody['keepUntil'],
    texts: { id: values.id, en: values.en },
  };
}
