/** Only for staff. */
export const text = {
  log: {
    title: 'Sign-ins',
    lead: 'Who signed in, and what was refused, in the last year.',
    search: 'Name, email or network address',
    outcome: 'Outcome',
    outcomes: { opened: 'Signed in', refused: 'Refused', unusual: 'Unusual' },
    people: { label: 'Whose', staff: 'Staff', clients: 'Clients', all: 'Everybody' },
    who: 'Who',
    nobody: 'An address nobody has',
    how: 'How',
    where: 'Where',
    when: 'When',
    result: 'Result',
    signedIn: 'Signed in',
    empty: 'No sign-ins yet',
    emptyHint: 'Every sign-in and every refusal is listed here from now on.',
  },
  account: {
    sessions: 'Where they are signed in',
    none: 'Signed in nowhere.',
    log: 'Sign-ins of the last year',
    noLog: 'Nothing here yet.',
    disabled: 'Shut',
    endAll: 'Sign out everywhere',
    endAllOf: (name: string) => `Sign ${name} out everywhere?`,
    endAllEffect:
      'Every device of theirs is signed out at once and asks for the second step again. Their password stays as it is.',
    ended: (name: string) => `${name} is signed out everywhere.`,
  },
};

export type Desk = typeof text;
