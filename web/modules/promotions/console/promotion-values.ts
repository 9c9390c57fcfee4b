import type { PromotionShape } from '../../../../server/modules/promotions/contract.ts';
import type { Amounts } from './amounts-field.tsx';
import type { Meant } from './goods-field.tsx';

type Cycle = PromotionShape['cycles'][number];

/** A promotion as its form holds it. */
export interface Values {
  nameId: string;
  nameEn: string;
  trigger: 'code' | 'automatic';
  code: string;
  kind: 'percent' | 'amount';
  percent: string;
  amounts: Amounts;
  coversSetup: boolean;
  duration: 'first' | 'some' | 'always';
  periods: string;
  meant: Meant;
  cycles: readonly Cycle[];
  newClients: boolean;
  most: string;
  mostEach: string;
  minimums: Amounts;
  startsOn: string;
  endsOn: string;
  stacking: 'combined' | 'exclusive';
}

export const emptyValues: Values = {
  nameId: '',
  nameEn: '',
  trigger: 'code',
  code: '',
  kind: 'percent',
  percent: '10',
  amounts: {},
  coversSetup: false,
  duration: 'first',
  periods: '3',
  meant: { products: [], plans: [] },
  cycles: [],
  newClients: false,
  most: '',
  mostEach: '1',
  minimums: {},
  startsOn: '',
  endsOn: '',
  stacking: 'combined',
};

export function valuesOf(promotion: PromotionShape): Values {
  const { periods, percent } = promotion;
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);
  return {
    nameId: promotion.name.id,
    nameEn: promotion.name.en,
    trigger: promotion.trigger,
    code: promotion.code ?? '',
    kind: percent === null ? 'amount' : 'percent',
    percent: percent === null ? '10' : String(percent / 100),
    amounts: promotion.amounts ?? {},
    coversSetup: promotion.coversSetup,
    duration: periods === null ? 'always' : periods === 1 ? 'first' : 'some',
    periods: String(periods ?? 3),
    meant: { products: ids(promotion.products), plans: ids(promotion.plans) },
    cycles: promotion.cycles,
    newClients: promotion.newClients,
    most: promotion.most === null ? '' : String(promotion.most),
    mostEach: promotion.mostEach === null ? '' : String(promotion.mostEach),
    minimums: promotion.minimums,
    startsOn: promotion.startsOn ?? '',
    endsOn: promotion.endsOn ?? '',
    stacking: promotion.stacking,
  };
}

const count = (typed: string) => (typed.trim() === '' ? null : Number(typed));
/** Hundredths of a percent. */
export const hundredths = (typed: string) => Math.round(Number(typed.trim().replace(',', '.')) * 100);

/** As the API takes its terms. */
export function termsOf(values: Values) {
  const { kind, duration, meant } = values;
  return {
    name: { id: values.nameId, en: values.nameEn.trim() || values.nameId },
    percent: kind === 'percent' ? hundredths(values.percent) : null,
    amounts: kind === 'amount' ? values.amounts : null,
    minimums: values.minimums,
    coversSetup: values.coversSetup,
    periods: duration === 'always' ? null : duration === 'first' ? 1 : Number(values.periods),
    stacking: values.stacking,
    products: meant.products,
    plans: meant.plans,
    cycles: values.cycles,
    newClients: values.newClients,
    startsOn: values.startsOn || null,
    endsOn: values.endsOn || null,
    most: count(values.most),
    mostEach: count(values.mostEach),
  };
}

const isCount = (typed: string) => /^[1-9]\d{0,8}$/.test(typed.trim());

/** What can be said of it before the server is asked. */
export function problemsOf(
  values: Values,
  words: { needsNumber: string; needsAmount: string; needsName: string },
) {
  const { kind, percent, amounts, duration, periods, most, mostEach } = values;
  const wrongLimit = (typed: string) => typed.trim() !== '' && !isCount(typed);
  return {
    ...(values.nameId.trim() === '' ? { nameId: words.needsName } : {}),
    ...(kind === 'percent' && !(hundredths(percent) > 0) ? { percent: words.needsNumber } : {}),
    ...(kind === 'amount' && Object.keys(amounts).length === 0 ? { amounts: words.needsAmount } : {}),
    ...(duration === 'some' && !isCount(periods) ? { periods: words.needsNumber } : {}),
    ...(wrongLimit(most) ? { most: words.needsNumber } : {}),
    ...(wrongLimit(mostEach) ? { mostEach: words.needsNumber } : {}),
  };
}
