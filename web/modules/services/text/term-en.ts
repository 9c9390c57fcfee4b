/** Fixed terms: for how long something is agreed on, what follows, and what leaving early costs. */
export const text = {
  length: (months: number) => `${months}-month term`,
  next: {
    ends: () => 'then it ends',
    continues: () => 'then it continues from period to period',
    renews: (days: string) => `renewed for the same time unless you say no ${days} days before its end`,
  },
  early: {
    not: 'it cannot be left before',
    free: 'it can be left earlier for nothing',
    percent: (part: string) => `leaving early costs ${part} of what remains`,
    fixed: (sum: string) => `leaving early costs ${sum}`,
  },
  billDay: {
    title: 'Billed',
    on: (day: string) => `on day ${day} of the month`,
    last: 'on the last day of the month',
    store: (when: string) => `billed ${when}; until then you pay by the day`,
  },
  title: 'Term',
  until: (day: string) => `until ${day}`,
  follows: {
    ends: 'then it ends',
    continues: 'then it continues from period to period',
    renews: 'then it is renewed for the same time',
    leaves: 'then it ends, as you asked',
  },
  sayBy: (day: string) => `say no by ${day}`,
  leavesTitle: (day: string) => `This service ends with its term on ${day}`,
  leavesHint: 'It runs and is invoiced as before until then.',
  withTerm: (day: string) => `On ${day}, when its term ends`,
  withTermHint: 'It runs and is invoiced as before until then. You can change your mind until that day.',
  nowCosts:
    'It stops at once, its data is removed, and leaving before its term is over costs what you see next.',
  invoicesUntil: (day: string) => `As before until ${day}, then none`,
  fee: 'Leaving early costs',
  feeOf: (sum: string) => `${sum} with tax, invoiced now`,
  feeOnceApproved: (sum: string) => `${sum} with tax, invoiced once it is approved`,
  askFor: (sum: string) => `Ask for approval of ${sum}`,
  needsApproval:
    'This is above what you may spend alone. An approver of your organization decides first, and sees what it costs then.',
  askedTitle: 'Your request waits for approval',
  askedHint:
    'Those who may approve have been asked by mail. The service goes on until they decide, and you hear from us.',
  mayNotSee:
    'Only those who may change all services of your organization see what leaving costs. Ask an owner.',
  noFee: 'Leaving early costs nothing any more',
  begins: 'With it begins',
  bill: (sum: string) => `Invoice ${sum} for leaving early`,
  waive: 'Ask nothing for leaving early',
  waiveHint: 'Say why in the note; it stays in the history.',
  waiveWhy: 'Say why nothing is asked for.',
  problems: {
    in_term: 'It is agreed until the end of its term. Choose that day, or ask support.',
    leaving_costs: 'Leaving before the end of its term costs something. Look at the sum first.',
    no_term: 'It has no fixed term.',
    ends_with_term: 'It ends with its term already.',
    notice_passed: 'The day to say no has passed: it is renewed for another term.',
    quote_stale: 'The sum has changed since you saw it. Look at it again.',
    awaits_approval:
      'Something asked for this service waits for approval. It has to be decided or taken back first.',
  },
};

export type Text = typeof text;
