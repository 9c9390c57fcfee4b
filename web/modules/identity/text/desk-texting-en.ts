import { plural } from '../../../kernel/i18n/plural.ts';

/** Codes to phones, as the business sets them. */
export const text = {
  title: 'Codes to phones',
  lead: 'Whoever wants it gets the code for signing in by WhatsApp or SMS. Each text costs money, so you say where they go and how many.',
  settings: 'Settings',
  off: 'No codes go to phones now',
  offWords:
    'This installation has no sender of texts, so nobody is offered them. What you set here counts once it has one.',
  sandbox: 'Texts go nowhere: this is the sandbox',
  sandboxWords: 'Codes reach no phone. You read them among the messages that were sent.',
  outbox: 'See the messages',
  who: 'Who may add a number',
  countries: 'Countries',
  countriesHint: 'Numbers of other countries cannot be added. Numbers there are keep getting codes.',
  nowhere: 'No country yet: nobody can add a number.',
  add: 'Add a country',
  choose: 'Choose a country',
  remove: (country: string) => `Take out ${country}`,
  others: (countries: string) => `${countries} and others`,
  most: 'Codes to new numbers within 24 hours',
  mostHint: (sent: number) =>
    `For everybody together; ${sent === 0 ? 'none was sent' : plural(sent, 'one was sent', `${sent} were sent`)} in this time. Once they are used up nobody can add a number until later. Signing in is not affected.`,
  wholeNumber: 'Enter a whole number from 0 to 100,000.',
  saved: 'Saved. It holds from the next code on.',
};

export type Texting = typeof text;
