import type { Locale } from '../../../kernel/values/money.ts';
import type { Bilingual } from './bilingual.ts';

const grouping = { id: new Intl.NumberFormat('id-ID'), en: new Intl.NumberFormat('en-US') };
const mark = { id: ',', en: '.' };

/** A decimal with its unit for people, exact however long it is: '1250.5' is "1.250,5 GB". */
export function describeQuantity(decimal: string, unit: Bilingual, locale: Locale): string {
  const [whole, fraction] = decimal.split('.');
  return `${grouping[locale].format(BigInt(whole!))}${fraction ? mark[locale] + fraction : ''} ${unit[locale]}`;
}
