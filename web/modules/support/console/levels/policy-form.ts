import type { Policy, PolicyBody } from '../../../../../server/modules/support/sla-contract.ts';

export const priorities = ['emergency', 'high', 'normal', 'low'] as const;
export const goals = ['first', 'next', 'resolution'] as const;
export const kinds = ['question', 'problem', 'request', 'complaint', 'cancellation'] as const;
export const pausing = ['waiting_customer', 'waiting_third_party', 'on_hold'] as const;
export const told = ['assignee', 'support', 'administrators'] as const;

type Minutes = Record<(typeof priorities)[number], Record<(typeof goals)[number], string>>;

/** A policy as the form holds it: figures as they are typed, no choice as an empty list. */
export interface Values {
  nameId: string;
  nameEn: string;
  active: boolean;
  shown: boolean;
  calendarId: string;
  minutes: Minutes;
  organizations: { id: string; name: string }[];
  tiers: string[];
  products: string[];
  queues: string[];
  priorities: (typeof priorities)[number][];
  kinds: (typeof kinds)[number][];
  pauses: (typeof pausing)[number][];
  warnPercent: string;
  tellWarning: (typeof told)[number][];
  tellBreach: (typeof told)[number][];
  creditPercent: string;
  creditGoals: (typeof goals)[number][];
}

const usual = {
  emergency: { first: '30', next: '60', resolution: '240' },
  high: { first: '60', next: '120', resolution: '480' },
  normal: { first: '240', next: '480', resolution: '1440' },
  low: { first: '480', next: '960', resolution: '' },
};
const typed = (minutes: number | null) => (minutes === null ? '' : String(minutes));

export function valuesOf(policy: Policy | undefined, calendarId: string): Values {
  return {
    nameId: policy?.titles.id ?? '',
    nameEn: policy?.titles.en ?? '',
    active: policy?.active ?? true,
    shown: policy?.shown ?? true,
    calendarId: policy?.calendarId ?? calendarId,
    minutes: policy
      ? (Object.fromEntries(
          priorities.map((one) => [
            one,
            Object.fromEntries(goals.map((goal) => [goal, typed(policy.minutes[one][goal])])),
          ]),
        ) as Minutes)
      : usual,
    organizations: policy?.organizations ?? [],
    tiers: policy?.tiers ?? [],
    products: policy?.products?.map(({ id }) => id) ?? [],
    queues: policy?.queues ?? [],
    priorities: policy?.priorities ?? [],
    kinds: policy?.kinds ?? [],
    pauses: policy?.pauses ?? [...pausing],
    warnPercent: policy ? typed(policy.warnPercent) : '75',
    tellWarning: policy?.tellWarning ?? ['assignee'],
    tellBreach: policy?.tellBreach ?? ['assignee', 'administrators'],
    creditPercent: typed(policy?.credit?.percent ?? null),
    creditGoals: policy?.credit?.goals ?? [...goals],
  };
}

/** Minutes as they are typed; null for nothing, NaN for what is no such number. */
export function minutesIn(text: string): number | null {
  if (text.trim() === '') return null;
  return /^[1-9]\d{0,5}$/.test(text.trim()) && Number(text) <= 129_600 ? Number(text) : NaN;
}

const orAll = <Item>(items: Item[]) => (items.length > 0 ? items : null);

export function bodyOf(values: Values) {
  const { nameId, nameEn, minutes, organizations, warnPercent, creditPercent, creditGoals, ...rest } = values;
  return {
    ...rest,
    titles: { id: nameId, en: nameEn },
    minutes: Object.fromEntries(
      priorities.map((one) => [
        one,
        Object.fromEntries(goals.map((goal) => [goal, minutesIn(minutes[one][goal])])),
      ]),
    ) as PolicyBody['minutes'],
    organizations: orAll(organizations.map(({ id }) => id)),
    tiers: orAll(values.tiers),
    products: orAll(values.products),
    queues: orAll(values.queues),
    priorities: orAll(values.priorities),
    kinds: orAll(values.kinds),
    warnPercent: warnPercent.trim() === '' ? null : Number(warnPercent),
    credit: creditPercent.trim() === '' ? null : { percent: Number(creditPercent), goals: creditGoals },
  };
}
