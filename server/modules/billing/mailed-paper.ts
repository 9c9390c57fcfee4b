import type { Locale } from '../../kernel/auth/actor.ts';
import { fileKey } from '../../kernel/files.ts';
import type { FilesOf, MailedFile } from '../../kernel/messages.ts';
import type { Id } from '../../kernel/values/ids.ts';

/** A PDF that goes along with a mail. */
export interface MailedPaper {
  locale: Locale;
  name: string;
  size: number;
}

/** Where an invoice's PDF of a language is kept for mails: one file each, made anew whenever it is sent. */
export const paperKey = (organization: Id<'organization'>, locale: Locale, invoice: string) =>
  fileKey(organization, `invoice-${locale}`, invoice);

/** What a mail keeps of the paper that goes along with it, as text: the invoice, the language, the size and the name. */
export const sayPaper = (invoice: string, { locale, size, name }: MailedPaper): string =>
  [invoice, locale, size, name].join(' ');

/** The file that this text stands for. */
export function paperIn({ organization, message }: FilesOf): MailedFile {
  const [invoice, locale, size, ...name] = message.split(' ');
  return {
    name: name.join(' '),
    type: 'application/pdf',
    size: Number(size),
    key: paperKey(organization as Id<'organization'>, locale as Locale, invoice!),
  };
}
