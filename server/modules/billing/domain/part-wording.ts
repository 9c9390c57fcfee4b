import { formatMoney, money } from '../../../kernel/values/money.ts';
import type { Currency, Locale } from '../../../kernel/values/money.ts';
import { isPart } from '../../services/index.ts';
import type { Piece } from '../../services/index.ts';
import { daysOf } from './charges/periods.ts';

/** Why a line asks for a part of a price: how many days of how many; nothing for a whole period. */
export function whyPart(
  piece: Piece,
  whole: bigint,
  currency: Currency,
): { note?: { id: string; en: string } } {
  if (!isPart(piece)) return {};
  const [part, all] = [daysOf(piece), daysOf(piece.of)];
  const sum = (locale: Locale) => formatMoney(money(whole, currency), locale);
  return {
    note: {
      id: `${part} dari ${all} hari periode seharga ${sum('id')}, sampai hari penagihan.`,
      en: `${part} of the ${all} days of a period that costs ${sum('en')}, up to the billing day.`,
    },
  };
}
