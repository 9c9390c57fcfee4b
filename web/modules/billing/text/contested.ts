import { locale } from '../../../kernel/i18n/locale.ts';

// Both languages in one script: the few words that stand on an invoice before anything about it is opened.
const en = {
  act: 'I do not agree with this invoice',
  resting: 'We are looking into it. Until we have, we send no reminders and stop nothing.',
};
const id: typeof en = {
  act: 'Saya tidak setuju dengan tagihan ini',
  resting: 'Sedang kami periksa. Selama itu kami tidak mengingatkan dan tidak menghentikan apa pun.',
};
const words = { en, id };

/** The words of contested invoices that stand on the invoice itself. */
export const useContestedText = () => words[locale.use()];
