export { keepMails } from './commands/keep-mails.ts';
