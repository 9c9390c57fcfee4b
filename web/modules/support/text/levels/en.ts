export const text = {
  goals: { first: 'First answer', next: 'Next answer', resolution: 'Solution' },
  by: (when: string) => `by ${when}`,
  states: {
    due: 'Running',
    soon: 'Soon due',
    late: 'Overdue',
    paused: 'Stands still',
    kept: 'In time',
    broken: 'Too late',
    void: 'Not owed',
  },
  report: {
    title: 'How we kept our promises',
    lead: 'By the month in which your tickets or questions came, over the last six months.',
    month: 'Month',
    goal: 'What for',
    kept: 'In time',
    late: 'Late',
    running: 'Running',
    share: 'Kept',
    took: 'Took on average',
    none: 'Nothing to count yet',
    noneHint:
      'Once we have answered tickets for which answering times are promised to you, you see here how often we kept them.',
    minutes: (minutes: number) =>
      minutes < 1 ? 'under a minute' : `${minutes} business ${minutes === 1 ? 'minute' : 'minutes'}`,
    hours: (hours: string) => `${hours} business hours`,
  },
  sharing: {
    title: 'Who reads our tickets',
    lead: 'Everybody reads the tickets they asked or follow. Owners read all. Here you decide about the others.',
    who: 'Who reads all tickets besides owners?',
    modes: {
      role: 'By their role',
      own: 'Nobody else',
      members: 'People you choose',
      all: 'Everybody',
    },
    hints: {
      role: 'Finance, technical and viewers read all; roles of your own as you made them.',
      own: 'The others read only what they asked or follow.',
      members: 'Whatever their role is.',
      all: 'Every member who may read tickets at all.',
    },
    people: 'These people',
    nobody: 'There is nobody besides the owners yet.',
    choose: 'Choose at least one person.',
    save: 'Save who reads tickets',
    saved: 'Saved. It holds at once.',
  },
};

export type Text = typeof text;
