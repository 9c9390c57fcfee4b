import type { Pages } from '../../kernel/pages/pages.ts';

const mails = '/api/console/received-mails';

export const consolePages: Pages = {
  '/console/received-mails': {
    page: 'mails-page',
    shape: 'list',
    need: 'mailroom.mail.read',
    data: [`${mails}{?state,reason,q}`],
  },
  '/console/received-mails/:mailId': {
    page: 'mail-page',
    shape: 'detail',
    need: 'mailroom.mail.read',
    data: [`${mails}/:mailId`],
  },
  '/console/mailboxes': {
    page: 'mailboxes-page',
    shape: 'list',
    need: 'mailroom.mailbox.read',
    data: ['/api/console/mailboxes', '/api/console/blocked-senders'],
  },
};
