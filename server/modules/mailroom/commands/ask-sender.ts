import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { ask, askBody } from '../../guests/index.ts';
import { languageOf } from '../domain/language.ts';
import { withoutSignature } from '../domain/written.ts';
import type { ReadMail } from '../domain/mail.ts';
import { subjectOf } from '../head.ts';

/** Stands for mail among the networks that guests ask from: all of it together is asked back only so often an hour. */
const byMail = '0.0.0.0';

/**
 * Mails the sender the link with which a guest confirms a message: pressed, it is a ticket, and its files follow. An address that was
 * forged gets one short mail without a word of the forger, and only so many a day. False where nothing was asked.
 */
export async function askSender(tx: Tx, mail: ReadMail): Promise<boolean> {
  const text = withoutSignature(mail.text).slice(0, 20_000);
  const asked = askBody.safeParse({
    name: mail.from!.name || mail.from!.address,
    email: mail.from!.address,
    subject: subjectOf(mail, text),
    text,
    locale: languageOf(text),
  });
  if (!asked.success) return false;
  try {
    await ask(tx, asked.data, byMail);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
