import { formatMoney, money } from '../../../kernel/values/money.ts';
import type { Currency, Locale } from '../../../kernel/values/money.ts';
import type { Bilingual } from './bilingual.ts';
import type { AgreedTerm } from './fixed-term.ts';

/** A term in one sentence, as it stands on what somebody signs. */
export function describeTerm(
  { months, follows, noticeDays, early }: AgreedTerm,
  currency: Currency,
): Bilingual {
  const sum = (amount: number, locale: Locale) => formatMoney(money(BigInt(amount), currency), locale);
  const part = (percent: number) => String(percent / 100);
  const next = {
    id: {
      ends: 'lalu berakhir',
      continues: 'lalu berlanjut per periode',
      renews: `lalu diperpanjang sama lamanya, kecuali ditolak paling lambat ${noticeDays} hari sebelum berakhir`,
    },
    en: {
      ends: 'then it ends',
      continues: 'then it goes on from period to period',
      renews: `then it is renewed for as long, unless refused ${noticeDays} days before its end`,
    },
  };
  const leaving = {
    id:
      early.kind === 'not'
        ? 'tidak bisa dihentikan lebih awal'
        : early.kind === 'percent'
          ? `berhenti lebih awal dikenai ${part(early.percent).replace('.', ',')}% dari yang tersisa`
          : early.amount === 0
            ? 'bisa dihentikan lebih awal tanpa biaya'
            : `berhenti lebih awal dikenai ${sum(early.amount, 'id')}, paling banyak yang tersisa`,
    en:
      early.kind === 'not'
        ? 'it cannot be left before'
        : early.kind === 'percent'
          ? `leaving early costs ${part(early.percent)}% of what remains`
          : early.amount === 0
            ? 'it can be left earlier for nothing'
            : `leaving early costs ${sum(early.amount, 'en')}, at most what remains`,
  };
  return {
    id: `Kontrak ${months} bulan, ${next.id[follows]}; ${leaving.id}.`,
    en: `A term of ${months} ${months === 1 ? 'month' : 'months'}, ${next.en[follows]}; ${leaving.en}.`,
  };
}
