import { addDays, formatDate } from '../../../kernel/values/dates.ts';
import type { Bilingual } from '../../catalog/index.ts';
import { describeLeaving } from '../../billing/index.ts';
import type { ChangeLine } from '../../billing/index.ts';

/** What a line of a change is called on an invoice; `off`: what its price is less, each for some of its days. */
export function describe(line: ChangeLine, names: Bilingual, off: readonly Bilingual[] = []): Bilingual {
  const { id, en } = called(line, names);
  if (off.length === 0) return { id, en };
  const said = (locale: 'id' | 'en') => off.map((each) => each[locale]).join(', ');
  return { id: `${id}; ${said('id')}`, en: `${en}; ${said('en')}` };
}

function called({ rule, period, share }: ChangeLine, names: Bilingual): Bilingual {
  const part = (of: string, days: string) =>
    share && share.unit === 'day' ? ` (${share.part} ${of} ${share.whole} ${days})` : '';
  const until = (locale: 'id' | 'en') => (period ? formatDate(addDays(period.to, -1), locale) : '');
  switch (rule) {
    case 'unused_time':
      return {
        id: `Sisa waktu ${names.id} yang tidak terpakai${part('dari', 'hari')}`,
        en: `Unused time of ${names.en}${part('of', 'days')}`,
      };
    case 'rest_of_period':
      return {
        id: `${names.id} sampai ${until('id')}${part('dari', 'hari')}`,
        en: `${names.en} until ${until('en')}${part('of', 'days')}`,
      };
    case 'whole_period':
      return { id: names.id, en: names.en };
    case 'leaving':
      return describeLeaving(names);
    case 'days_paid':
      return {
        id: `Hari yang dibayar sebelum ${names.id} mulai`,
        en: `Days paid for before ${names.en} began`,
      };
    case 'setup':
      return { id: `Biaya pemasangan tambahan ${names.id}`, en: `Set-up of what is added to ${names.en}` };
  }
}
