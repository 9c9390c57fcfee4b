import { plural } from '../../../kernel/i18n/plural.ts';

/** Minutes in words: whole hours or days where they are that. */
const span = (minutes: number) =>
  minutes % 1440 === 0
    ? plural(minutes / 1440, 'a day', `${minutes / 1440} days`)
    : minutes % 60 === 0
      ? plural(minutes / 60, 'an hour', `${minutes / 60} hours`)
      : plural(minutes, 'a minute', `${minutes} minutes`);

export const text = {
  number: (number: number) => `#${number}`,
  states: {
    new: 'Received',
    open: 'With us',
    waiting_customer: 'Your turn',
    waiting_third_party: 'Waiting for others',
    on_hold: 'On hold',
    resolved: 'Solved',
    closed: 'Closed',
    merged: 'Goes on elsewhere',
    spam: 'Closed',
  },
  priorities: { emergency: 'Emergency', high: 'High', normal: 'Normal', low: 'Low' },
  kinds: {
    question: 'Question',
    problem: 'Problem',
    request: 'Request',
    complaint: 'Complaint',
    cancellation: 'Cancellation',
  },
  thread: {
    label: 'Conversation',
    you: 'You',
    staff: 'Support',
    client: 'Client',
    note: 'Internal note',
    noteHint: 'Only staff see this',
    earlier: 'Show earlier messages',
    today: 'Today',
    yesterday: 'Yesterday',
    arrived: (name: string) => `New message from ${name}`,
    below: (count: number) => plural(count, '1 new message', `${count} new messages`),
  },
  files: {
    attach: 'Attach files',
    drop: 'Drop the files anywhere on this page',
    list: 'Attached files',
    download: (name: string) => `Save ${name}`,
    open: (name: string) => `Enlarge ${name}`,
    wait: 'The files are still on their way. Wait for them or take them off the list.',
  },
  write: {
    reply: 'Your reply',
    placeholder: 'Write a reply…',
    reopen: 'Reply and open again…',
    goOn: 'Write to go on in a new ticket…',
    send: 'Send reply',
    sent: 'Your reply is on its way.',
    empty: 'Write a few words first.',
    withFile: 'Write a few words about the file.',
    keys: 'sends',
    wentOn: (number: number) => `The old ticket was closed long ago, so your reply began ticket #${number}.`,
  },
  ticket: {
    all: 'Support',
    about: 'About this ticket',
    showAbout: 'Details',
    opened: (when: string) => `opened ${when}`,
    requester: 'Asked by',
    assignee: 'Looked after by',
    nobodyYet: 'Nobody yet',
    kind: 'Kind',
    promised: 'Promised by',
    priority: 'Priority',
    queue: 'Topic',
    service: 'Service',
    invoice: 'Invoice',
    invoiceUnnumbered: 'Invoice in preparation',
    offer: 'Offer',
    offerName: (number: string, title: string) => `${number}: ${title}`,
    followUpOf: 'Goes on from',
    followUps: 'Goes on in',
    mergedInto: 'Merged into',
    close: 'Close this ticket',
    closed: 'Ticket closed. Reply any time to open it again.',
    standing: {
      new: (span: string) => `We have your message. An answer usually comes within ${span}.`,
      open: (span: string) => `We are working on it. An answer usually comes within ${span}.`,
      working: 'We are working on it and will write here as soon as there is news.',
      waiting_customer: 'We need a word from you to go on.',
      waiting_third_party: 'We wait for somebody outside and write as soon as they have answered.',
      on_hold: 'On hold: we wait for something outside our hands and will write as soon as it moves.',
      resolved: (until: string) =>
        `We believe this is solved. If it is not, reply by ${until} and it opens again.`,
      closed: (until: string) => `This ticket is closed. A reply by ${until} opens it again.`,
      merged: (number: string) => `This goes on in ticket ${number}. What you write here arrives there.`,
      over: 'This ticket is closed. If you write, we go on in a new ticket that knows this one.',
    },
    span,
  },
  about: {
    service: 'Tickets about this service',
    invoice: 'Tickets about this invoice',
    ask: 'Ask about it',
    all: 'All tickets',
  },
  happened: {
    solved: 'We marked it as solved',
    merged: 'We go on in another ticket about the same',
    closedByClient: (by: string | null) => (by ? `${by} closed the ticket` : 'Closed by the client'),
    closedByStaff: 'We closed the ticket',
    closedBySystem: 'Closed by itself, as nobody objected',
    reopened: 'Open again',
    priority: (priority: string, by: string | null) => `${by ?? 'We'} set the priority to “${priority}”`,
    follower: (name: string) => `${name} follows now`,
    somebody: 'Somebody',
  },
  problems: {
    newer_message: 'Somebody wrote in the meantime. Read it, then send again; your text is kept.',
    not_a_member: 'This person has left the organization.',
    already_closed: 'It is closed already.',
    your_role: 'Your role reads tickets but does not answer them.',
  },
};

export type Text = typeof text;
