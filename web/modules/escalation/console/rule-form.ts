import type { Rule, RuleBody, TryBody } from '../../../../server/modules/escalation/contract.ts';
import { type TestDraft, typedAspects, valuesIn } from '../../automation/console/rule-form.ts';

type Goal = NonNullable<Rule['goal']>;
type Priority = NonNullable<Rule['acts']['priority']>;

export interface RuleValues {
  title: string;
  position: string;
  active: boolean;
  age: string;
  goal: Goal | '';
  offset: string;
  offsetIn: Rule['offsetIn'];
  reopenings: string;
  match: 'all' | 'any';
  tests: readonly TestDraft[];
  level: string;
  way: Rule['way'];
  queue: string;
  assignee: string;
  priority: Priority | '';
  'tell.id': string;
  'tell.en': string;
}

const typed = (number: number | null | undefined) => (typeof number === 'number' ? String(number) : '');

export function ruleValues(rule: Rule | null): RuleValues {
  return {
    title: rule?.title ?? '',
    position: String(rule?.position ?? 10),
    active: rule?.active ?? true,
    age: typed(rule?.ageMinutes),
    goal: rule?.goal ?? '',
    offset: typed(rule?.goalOffset) || '0',
    offsetIn: rule?.offsetIn ?? 'wall',
    reopenings: typed(rule?.reopenings),
    match: rule?.conditions.match ?? 'all',
    tests: (rule?.conditions.tests ?? []).map(({ of, is, values }, key) => ({
      key,
      of,
      is,
      chosen: typedAspects.includes(of) ? [] : values,
      typed: typedAspects.includes(of) ? values.join(', ') : '',
    })),
    level: String(rule?.level ?? 1),
    way: rule?.way ?? 'hierarchical',
    queue: rule?.acts.queue ?? '',
    assignee: rule?.acts.assignee ?? '',
    priority: rule?.acts.priority ?? '',
    'tell.id': rule?.acts.tell?.id ?? '',
    'tell.en': rule?.acts.tell?.en ?? '',
  };
}

const numberIn = (text: string) => (text.trim() === '' ? null : Number(text));

/** A whole number within these, or nothing. */
export function fits(text: string, least: number, most: number): boolean {
  const number = numberIn(text);
  return number === null || (Number.isInteger(number) && number >= least && number <= most);
}

/** What is tried, and a part of what is saved. */
export function triggerOf({
  age,
  goal,
  offset,
  offsetIn,
  reopenings,
  match,
  tests,
  level,
}: RuleValues): TryBody {
  return {
    ageMinutes: numberIn(age),
    goal: goal || null,
    goalOffset: goal ? (numberIn(offset) ?? 0) : null,
    offsetIn,
    reopenings: numberIn(reopenings),
    conditions: { match, tests: tests.map((test) => ({ of: test.of, is: test.is, values: valuesIn(test) })) },
    level: Number(level),
  };
}

export function bodyOf(values: RuleValues): Omit<RuleBody, 'acts'> & { acts: Rule['acts'] } {
  const { title, position, active, way, queue, assignee, priority } = values;
  const [id, en] = [values['tell.id'].trim(), values['tell.en'].trim()];
  return {
    title,
    position: Number(position),
    active,
    ...triggerOf(values),
    way,
    acts: {
      ...(way === 'functional' && queue && { queue }),
      ...(way === 'functional' && assignee && { assignee }),
      ...(priority && { priority }),
      ...((id || en) && { tell: { id: id || null, en: en || null } }),
    },
  };
}
