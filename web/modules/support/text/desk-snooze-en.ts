export const text = {
  snooze: 'Snooze',
  title: 'Snooze this ticket',
  lead: 'It leaves the views of open work and comes back by itself, with a word to you. If the client writes first, it comes back at once. What was promised still runs, and stays in “By due time”.',
  hours: 'For three hours',
  morning: 'Until tomorrow morning',
  week: 'Until next Monday',
  client: 'Until the client writes',
  orDate: 'Or until the morning of a day',
  setDate: 'Snooze until that day',
  wrongDate: 'Choose a day after today, within a year.',
  until: (time: string, by: string) => `${by} snoozed this ticket until ${time}.`,
  untilClient: (by: string) => `${by} snoozed this ticket until the client writes.`,
  stillDue: 'What was promised still runs.',
  wake: 'Bring it back now',
  done: 'Snoozed. It comes back by itself.',
  back: 'It is back on the desk.',
};
export type Text = typeof text;
