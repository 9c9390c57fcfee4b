import type { Bilingual, Cycle } from '../../catalog/index.ts';

const first: Record<Cycle, Bilingual> = {
  one_time: { id: '', en: '' },
  monthly: { id: ', bulan pertama', en: ', first month' },
  quarterly: { id: ', 3 bulan pertama', en: ', first 3 months' },
  semiannual: { id: ', 6 bulan pertama', en: ', first 6 months' },
  annual: { id: ', tahun pertama', en: ', first year' },
  biennial: { id: ', 2 tahun pertama', en: ', first 2 years' },
  triennial: { id: ', 3 tahun pertama', en: ', first 3 years' },
};

/** What the first period is called on an invoice. Its dates are not known yet: it begins when it is paid. */
export function firstPeriod(names: Bilingual, cycle: Cycle): Bilingual {
  return { id: names.id + first[cycle].id, en: names.en + first[cycle].en };
}

export function setup(names: Bilingual): Bilingual {
  return { id: `Biaya pemasangan ${names.id}`, en: `Set-up of ${names.en}` };
}
