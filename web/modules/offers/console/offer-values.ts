import type { OfferLineOut, StaffOffer } from '../../../../server/modules/offers/contract.ts';

import { type TermRow, termOf, termRow } from '../../catalog/console/term-fields.tsx';
import { cycleLengths } from '../../services/shared/term-words.ts';

type PlanLine = Extract<OfferLineOut, { kind: 'plan' }>;

/** A line as its form holds it; sums are minor units. */
export type Line =
  | {
      key: number;
      kind: 'plan';
      item: PlanLine['item'];
      off: 'none' | 'percent' | 'amount';
      percent: string;
      amount: number | null;
      periods: string;
      /** For how long it is offered; `own` as it is written here. */
      lasts: 'plan' | 'none' | 'own';
      own: TermRow;
    }
  | {
      key: number;
      kind: 'free';
      id: string;
      en: string;
      quantity: string;
      unitPrice: number | null;
      category: 'standard' | 'outside';
    };

export interface Values {
  whom: 'client' | 'prospect';
  client: string;
  name: string;
  email: string;
  language: 'id' | 'en';
  currency: string;
  title: string;
  introduction: string;
  terms: string;
  validUntil: string;
  lines: Line[];
}

export const emptyValues = (client: string, validUntil: string): Values => ({
  whom: 'client',
  client,
  name: '',
  email: '',
  language: 'id',
  currency: '',
  title: '',
  introduction: '',
  terms: '',
  validUntil,
  lines: [],
});

export function planLine(key: number, item: PlanLine['item']): Line {
  const off = { off: 'none', percent: '10', amount: null, periods: '' } as const;
  return { key, kind: 'plan', item, ...off, lasts: 'plan', own: termRow(null) };
}

export function freeLine(key: number): Line {
  return { key, kind: 'free', id: '', en: '', quantity: '1', unitPrice: null, category: 'standard' };
}

export function valuesOf(offer: StaffOffer): Values {
  const { client, prospect } = offer;
  return {
    whom: client ? 'client' : 'prospect',
    client: client?.id ?? '',
    name: prospect?.name ?? '',
    email: prospect?.email ?? '',
    language: prospect?.locale ?? 'id',
    currency: offer.currency,
    title: offer.title,
    introduction: offer.introduction,
    terms: offer.terms,
    validUntil: offer.validUntil,
    lines: offer.lines.map((line, key): Line => {
      if (line.kind === 'free') {
        const { description, quantity, unitPrice, category } = line;
        const taxed = category === 'outside' ? 'outside' : 'standard';
        return { key, kind: 'free', ...description, quantity: String(quantity), unitPrice, category: taxed };
      }
      const { item, discount, term } = line;
      return {
        ...planLine(key, item),
        ...(discount && {
          off: discount.percent === null ? 'amount' : 'percent',
          percent: String((discount.percent ?? 1_000) / 100),
          amount: discount.amount,
          periods: discount.periods === null ? '' : String(discount.periods),
        }),
        ...(typeof term === 'string' ? { lasts: term } : { lasts: 'own', own: termRow(term) }),
      } as Line;
    }),
  };
}

const hundredths = (typed: string) => Math.round(Number(typed.trim().replace(',', '.')) * 100);
const isCount = (typed: string) => /^[1-9]\d{0,5}$/.test(typed.trim());

/** Lines that are complete, as the API takes them. */
export function linesOf(lines: readonly Line[]): OfferLineOut[] {
  return lines.filter(isWhole).map((line): OfferLineOut => {
    if (line.kind === 'free') {
      const { id, en, quantity, unitPrice, category } = line;
      return {
        kind: 'free',
        description: { id, en: en.trim() || id },
        quantity: Number(quantity),
        unitPrice: unitPrice!,
        category,
      };
    }
    const { off, percent, amount, periods } = line;
    const discount =
      off === 'none'
        ? null
        : {
            percent: off === 'percent' ? hundredths(percent) : null,
            amount: off === 'amount' ? amount : null,
            periods: periods.trim() === '' ? null : Number(periods),
          };
    return { kind: 'plan', item: line.item, discount, term: termOfLine(line)! };
  });
}

/** Null where what is written is no term. */
function termOfLine({ item, lasts, own }: Extract<Line, { kind: 'plan' }>): PlanLine['term'] | null {
  if (lasts !== 'own') return lasts;
  const term = termOf(own);
  const length = cycleLengths[item.cycle];
  return term && (length === 0 || term.months % length === 0) ? term : null;
}

function isWhole(line: Line): boolean {
  if (line.kind === 'free') {
    return line.id.trim() !== '' && isCount(line.quantity) && line.unitPrice !== null;
  }
  const { off, percent, amount, periods } = line;
  return (
    (off !== 'percent' || (hundredths(percent) > 0 && hundredths(percent) <= 10_000)) &&
    (off !== 'amount' || amount !== null) &&
    (off === 'none' || periods.trim() === '' || isCount(periods)) &&
    termOfLine(line) !== null
  );
}

export function problemsOf(
  { whom, client, name, email, title, lines, validUntil }: Values,
  words: {
    chooseClient: string;
    needsLine: string;
    needsText: string;
    needsNumber: string;
    needsSum: string;
    needsDay: string;
    needsName: string;
    needsEmail: string;
    needsTitle: string;
    needsTerm: string;
  },
): Record<string, string> {
  const found: Record<string, string> = {};
  if (whom === 'client' && !client) found['client'] = words.chooseClient;
  if (whom === 'prospect' && name.trim() === '') found['name'] = words.needsName;
  if (whom === 'prospect' && !email.includes('@')) found['email'] = words.needsEmail;
  if (title.trim() === '') found['title'] = words.needsTitle;
  if (validUntil === '') found['validUntil'] = words.needsDay;
  if (lines.length === 0) found['lines'] = words.needsLine;
  lines.forEach((line, index) => {
    const at = `lines.${index}`;
    if (line.kind === 'free') {
      if (line.id.trim() === '') found[`${at}.id`] = words.needsText;
      if (!isCount(line.quantity)) found[`${at}.quantity`] = words.needsNumber;
      if (line.unitPrice === null) found[`${at}.unitPrice`] = words.needsSum;
    } else if (termOfLine(line) === null) found[`${at}.term`] = words.needsTerm;
    else if (!isWhole(line)) found[`${at}.discount`] = words.needsNumber;
  });
  return found;
}
