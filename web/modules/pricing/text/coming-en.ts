export const text = {
  title: (day: string) => `A new price from ${day}`,
  body: (before: string, after: string) =>
    `${before} becomes ${after} for each period. What is paid for does not change.`,
  leave: 'If that is not for you, you can leave at the end of what is paid for. That costs nothing.',
  leaveAct: 'Cancel at the end of the period',
  keep: (day: string) => `Keep the old price until ${day}`,
  kept: 'You chose to keep the old price until then.',
  keptDone: (day: string) => `The old price stays. The new one begins on ${day}.`,
};

export type Text = typeof text;
