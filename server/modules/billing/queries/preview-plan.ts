import { brand } from '../../../kernel/brand.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Reader } from '../../../kernel/messages.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Currency, Locale, MoneyJson } from '../../../kernel/values/money.ts';
import { feesFor, periodsDue } from '../domain/dunning/late-fee.ts';
import type { DunningFacts, NextStep } from '../domain/dunning/next-step.ts';
import { enforces, problemsOf } from '../domain/dunning/plan.ts';
import { rehearse } from '../domain/dunning/rehearse.ts';
import type { PlanBody, PlanPreview, RehearsedFee, RehearsedStep } from '../dunning-contract.ts';
import { readWorkingDays } from '../dunning-row.ts';
import { rulesFor } from '../late-fee-rules.ts';
import { lateFees } from '../settings.ts';
import type { LateFeesSetting } from '../settings.ts';
import { writtenAt } from '../step-messages.ts';
import type { AboutInvoice } from '../step-messages.ts';

/** What a plan that is being edited would make of an example: an invoice of today, with a service on it. */
export async function previewPlan(
  db: Db,
  plan: PlanBody,
  { locale, timeZone, now }: { locale: Locale; timeZone: string; now: Date },
): Promise<PlanPreview> {
  const issuedOn = dateIn(timeZone, now);
  const reminders = plan.steps.filter(({ kind }) => kind === 'reminder').map(({ days }) => days);
  const dueOn = addDays(issuedOn, Math.max(7, ...reminders.map((days) => days + 3)));
  const problems = problemsOf(plan);
  const dates = { issuedOn, dueOn };
  if (problems.length > 0) return { problems, ...dates, steps: [], fees: [] };
  const [calendar, { value }, { value: setting }] = await Promise.all([
    readWorkingDays(db),
    readSetting(db, brand),
    readSetting(db, lateFees),
  ]);
  const facts: DunningFacts = {
    ...dates,
    plan,
    calendar,
    today: issuedOn,
    time: '00:00',
    settlement: 'unpaid',
    collection: 'none',
    done: [],
    noticedOn: null,
    promisedOn: null,
  };
  const steps = rehearse(facts);
  const names = { id: 'Hosting Bisnis', en: 'Business hosting' };
  const sum: MoneyJson = { amount: 250_000, currency: 'IDR' };
  const about = {
    number: 'INV/000123',
    title: names,
    total: sum,
    balance: sum,
    document: 'issued',
    dueOn,
    path: '/',
  };
  const reader: Reader = { name: 'Dewi', locale, timeZone, brandName: value.name, tone: 'personal' };
  return {
    problems,
    ...dates,
    steps: steps.map((step) => shown(step, steps, { about, services: [{ id: '', names }], reader })),
    fees: feesOf(setting, sum, dueOn, steps),
  };
}

/** Further periods that a rehearsal looks at after the last step. */
const furtherPeriods = 3;

/** What paying late would cost: as long as steps come, and some periods more. */
function feesOf(
  setting: LateFeesSetting,
  { amount, currency }: MoneyJson,
  dueOn: CalendarDate,
  steps: readonly NextStep[],
): RehearsedFee[] {
  const firstOn = steps.find(({ step }) => step.kind === 'late_fee')?.on;
  if (firstOn === undefined) return [];
  const rules = rulesFor(setting, currency as Currency);
  const until = addDays(steps.at(-1)!.on, furtherPeriods * (rules.everyDays ?? 0));
  const due = periodsDue({ firstOn, everyDays: rules.everyDays, settled: [] }, until);
  return feesFor(due, rules, { open: BigInt(amount), dueOn, charged: 0n }, [])
    .filter((fee) => fee.amount > 0n)
    .map((fee) => ({ on: fee.on, amount: { amount: Number(fee.amount), currency } }));
}

function shown(
  { step, on, held }: NextStep,
  all: readonly NextStep[],
  {
    about,
    services,
    reader,
  }: {
    about: AboutInvoice;
    services: readonly { id: string; names: AboutInvoice['title'] }[];
    reader: Reader;
  },
): RehearsedStep {
  const { kind, days, at } = step;
  const hit = enforces(step) ? services : [];
  const suspendOn = all.find((one) => one.step.kind === 'suspend')?.on ?? null;
  return {
    kind,
    days,
    on,
    at,
    held,
    messages: writtenAt(kind, {
      about,
      suspendOn: suspendOn && suspendOn > on ? suspendOn : null,
      services: hit,
      reader,
    }),
    services: hit.map(({ id, names }) => ({ id, names })),
  };
}
