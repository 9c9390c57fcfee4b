import { plural } from '../../../kernel/i18n/plural.ts';

export const text = {
  notices: {
    title: 'Notifications',
    lead: (unread: number) =>
      unread === 0
        ? 'You have read everything.'
        : plural(unread, '1 is new.', `${unread < 99 ? unread : '99+'} are new.`),
    unread: 'New',
    markAll: 'Mark all as read',
    markOne: (subject: string) => `Mark “${subject}” as read`,
    marked: 'All marked as read',
    preferences: 'Choose what you are told',
    empty: 'Nothing yet',
    emptyHint: 'When an invoice is ready, a service changes or somebody replies to you, it will stand here.',
  },
  preferences: {
    title: 'What you are told',
    lead: 'Choose what reaches you by email and what in the notifications here. Changes count at once.',
    email: 'By email',
    inApp: 'In notifications',
    wanted: (topic: string, channel: string) => `On: ${topic}, ${channel}`,
    refused: (topic: string, channel: string) => `Off: ${topic}, ${channel}`,
    required: 'What concerns your account or money always comes by email.',
    requiredFor: {
      billing: 'Invoices, reminders and refunds always come by email: they concern your money.',
      security: 'What changes how you sign in always comes by email: so you notice when it was not you.',
      orders: 'Confirmations, cancellations and what waits for your approval always come by email.',
      services: 'Pauses, stops and ends always come by email: you should never learn of them late.',
    } as Record<string, string>,
    topics: {
      security: { name: 'Security', hint: 'Your password, new sign-ins and access to your account.' },
      billing: { name: 'Billing', hint: 'New invoices, due dates, payments and receipts.' },
      orders: { name: 'Orders', hint: 'What you ordered and when it is ready.' },
      services: { name: 'Services', hint: 'When a service is ready, paused, resumed or ends.' },
      support: { name: 'Help requests', hint: 'Replies to your requests and when they are solved.' },
      feedback: { name: 'Ratings', hint: 'Asking how our help was, once a ticket is closed.' },
    } as Record<string, { name: string; hint: string }>,
  },
  leave: {
    title: 'Stop these emails?',
    lead: 'You will no longer get emails about this topic. What concerns security or money you owe still reaches you.',
    act: 'Stop these emails',
    doneTitle: 'Done, no more of these emails',
    done: 'You can turn them on again at any time under “What you are told” in your account.',
    change: 'See all choices',
    brokenTitle: 'This link does not work',
    broken:
      'It may have been cut off on its way. Open it again from the email, or choose in your account what you are told.',
  },
  outbox: {
    title: 'Outbox',
    lead: 'Every email and text the portal has written, and what became of it.',
    channels: { email: 'Email', sms: 'SMS', whatsapp: 'WhatsApp' },
    search: 'Address, number or subject',
    filter: 'State',
    states: { waiting: 'On its way', sent: 'Sent', failed: 'Not delivered', bounced: 'Came back' },
    recipient: 'To',
    subject: 'Subject',
    state: 'State',
    when: 'Written',
    empty: 'No emails yet',
    emptyHint: 'The first invoice, reply or invitation that goes out by email will stand here.',
    retryChosen: (count: number) => plural(count, 'Send 1 again', `Send ${count} again`),
    retriedMany: (count: number) =>
      plural(count, '1 email is on its way again', `${count} emails are on their way again`),
  },
  mail: {
    retry: 'Send again',
    retried: 'On its way again',
    to: 'To',
    about: 'Message',
    writtenAt: 'Written',
    sentAt: 'Handed over',
    error: 'It could not be handed over',
    errorHint: 'Check the address and the settings, then send it again.',
    asSent: 'As it was sent',
    by: 'By',
    plain: 'Text version',
    removed: 'The content is not shown',
    removedHint:
      'It holds a link or a code that works once. For safety nobody here can read it, and it is removed after sending.',
  },
};

export type Text = typeof text;
