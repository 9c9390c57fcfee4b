export const text = {
  saved: 'Saved',
  here: 'Kept on this device only: our server cannot be reached. We keep trying.',
  newer: (when: string) => `Another draft of yours is newer, from ${when}:`,
  gone: 'You sent this draft or threw it away on another device.',
  takeOther: 'Go on with that one',
  keepMine: 'Keep what I wrote here',
  both: 'Put both together',
  drop: 'Throw it away here too',
  problems: {
    draft_elsewhere: 'You changed, sent or threw away this draft on another device.',
    too_many_drafts: 'You have more drafts than we keep. Send some or throw them away.',
  },
};

export type Text = typeof text;
