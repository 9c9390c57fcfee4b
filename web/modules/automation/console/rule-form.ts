import type { TicketRule, TryBody } from '../../../../server/modules/automation/contract.ts';
import { actsOf, type ActValues, valuesOf } from './macro-form.ts';

export type Moment = TicketRule['moment'];
export type Test = TicketRule['conditions']['tests'][number];
export type Aspect = Test['of'];

/** `chosen` is among given values, `typed` is text with commas, `assigned` has no value. */
export const typedAspects: readonly Aspect[] = ['tag', 'words', 'organization', 'product'];

/** A condition as it is being written. */
export interface TestDraft {
  key: number;
  of: Aspect;
  is: boolean;
  chosen: readonly string[];
  typed: string;
}

export interface RuleValues extends Omit<ActValues, 'reply.id' | 'reply.en'> {
  title: string;
  position: string;
  active: boolean;
  moment: Moment;
  hours: string;
  match: 'all' | 'any';
  tests: readonly TestDraft[];
  'tell.id': string;
  'tell.en': string;
  notifyAssignee: boolean;
  notifyTeam: boolean;
}

export function ruleValues(rule: TicketRule | null): RuleValues {
  const { 'reply.id': _id, 'reply.en': _en, ...acts } = valuesOf(rule?.acts);
  return {
    ...acts,
    title: rule?.title ?? '',
    position: String(rule?.position ?? 10),
    active: rule?.active ?? true,
    moment: rule?.moment ?? 'opened',
    hours: String(rule?.hours ?? 48),
    match: rule?.conditions.match ?? 'all',
    tests: (rule?.conditions.tests ?? []).map(({ of, is, values }, key) => ({
      key,
      of,
      is,
      chosen: typedAspects.includes(of) ? [] : values,
      typed: typedAspects.includes(of) ? values.join(', ') : '',
    })),
    'tell.id': rule?.acts.tell?.id ?? '',
    'tell.en': rule?.acts.tell?.en ?? '',
    notifyAssignee: rule?.acts.notify.includes('assignee') ?? false,
    notifyTeam: rule?.acts.notify.includes('team') ?? false,
  };
}

export function valuesIn({ of, chosen, typed }: TestDraft): string[] {
  if (of === 'assigned') return [];
  if (!typedAspects.includes(of)) return [...chosen];
  return typed
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean);
}

/** When and for which tickets: what is tried, and a part of what is saved. */
export function whenOf({ moment, hours, match, tests }: RuleValues): Omit<TryBody, 'gives'> {
  return {
    moment,
    hours: moment === 'silent' ? Number(hours) : null,
    conditions: { match, tests: tests.map((test) => ({ of: test.of, is: test.is, values: valuesIn(test) })) },
  };
}

/** The same, and to whom it would give tickets where it does. */
export function triedOf(values: RuleValues): TryBody {
  const { assignee, queue } = values;
  const gives = assignee === 'queue' || assignee === 'queue_anyway';
  return {
    ...whenOf(values),
    ...(gives && { gives: { anyway: assignee === 'queue_anyway', ...(queue && { queue }) } }),
  };
}

export function ruleActsOf(values: RuleValues) {
  const [id, en] = [values['tell.id'].trim(), values['tell.en'].trim()];
  const notify = [
    ...(values.notifyAssignee ? (['assignee'] as const) : []),
    ...(values.notifyTeam ? (['team'] as const) : []),
  ];
  return {
    ...actsOf({ ...values, 'reply.id': '', 'reply.en': '' }),
    ...((id || en) && { tell: { id: id || null, en: en || null } }),
    ...(notify.length > 0 && { notify }),
  };
}
