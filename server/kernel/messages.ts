import type { Locale } from './auth/actor.ts';
import type { Tx } from './db/tx.ts';
import type { Db } from './db/types.ts';
import type { FileKey } from './files.ts';
import type { Id } from './values/ids.ts';

/** What one message says, in one language. Plain text paragraphs; `act` becomes the button of the mail and the link of the notice. */
export interface MessageText {
  subject: string;
  paragraphs: string[];
  act?: { label: string; path: string };
  /** Several ways to answer, one link each, below the paragraphs of a mail. */
  choices?: { label: string; path: string }[];
  /** What a mail says in place of the paragraphs, which a notice keeps short. */
  inMail?: string[];
  /** What it answers, beneath it in a mail. */
  quote?: { by: string; text: string } | null;
}

/** A conversation that its reader goes on with by answering the mail. The number is the one that people see. */
export interface Thread {
  id: string;
  number: number;
}

/** What a mail's files hang on, and where its reader opens those that do not fit. Kept, sealed, with the mail until it goes. */
export interface FilesOf {
  organization: string;
  message: string;
  path: string;
}

/** A file of a mail. Its bytes are read from where files are kept, when the mail goes. */
export interface MailedFile {
  name: string;
  type: string;
  size: number;
  key: FileKey;
  /** What the words of the mail call it where it is a picture that may stand among them. */
  placedAs?: string;
}

/** What a text may need besides its data: how to print for this reader, and who is speaking. */
export interface Reader {
  name: string;
  locale: Locale;
  timeZone: string;
  brandName: string;
  tone: 'short' | 'personal';
}

/**
 * A kind of message. `topic` is what people subscribe to or not, null for what goes only to addresses without an account; `required` ones (security, money owed) always go by mail.
 * `inApp: false` for what must not be kept in the notification center, such as links with a token; `byMail: false` for a notice
 * beside mails of another kind. `files`: which go along; they are looked up when the mail goes, so what has been taken away by then is
 * not sent. `awaited`: its reader sits before a page and waits for it, so it goes before whatever nobody waits for. `byReach`: its
 * readers choose how much of its topic they want, and whoever tells it asks for that.
 */
export interface MessageKind<Data = unknown> {
  readonly name: string;
  readonly topic: string | null;
  readonly required: boolean;
  readonly inApp: boolean;
  readonly byMail: boolean;
  readonly thread?: (data: Data) => Thread;
  readonly files?: EnclosedFiles<Data>;
  readonly awaited: boolean;
  readonly byReach: boolean;
  /** For an address without an account: what a link in each mail ends, without signing in. */
  readonly stop?: { of: (data: Data) => string; end: (tx: Tx, of: string) => Promise<void> };
  readonly text: Record<Locale, (data: Data, reader: Reader) => MessageText>;
}

export interface EnclosedFiles<Data> {
  of(data: Data): FilesOf | null;
  find(db: Db, of: FilesOf): Promise<MailedFile[]>;
}

/** A kind as the lists of all kinds hold it: what its data is, its own definition has checked. */
export type AnyMessageKind = MessageKind<any>;

export function defineMessage<Data>(options: {
  name: `${string}.${string}`;
  topic: string | null;
  required?: boolean;
  inApp?: boolean;
  byMail?: boolean;
  thread?: (data: Data) => Thread;
  files?: EnclosedFiles<Data>;
  awaited?: boolean;
  byReach?: boolean;
  stop?: MessageKind<Data>['stop'];
  text: Record<Locale, (data: Data, reader: Reader) => MessageText>;
}): MessageKind<Data> {
  return { required: false, inApp: true, byMail: true, awaited: false, byReach: false, ...options };
}

/**
 * A person, or an address that nobody has confirmed yet (an invitation), or a phone by `phoneAddress`, to which the paragraphs go as a
 * text. Without a zone it reads times in that of the business.
 */
export type Recipient =
  | { person: Id<'person'> }
  | { address: string; name: string; locale: Locale; timeZone?: string };

export type Channel = 'email' | 'in_app';

/** All there is, what is in one's queues, what is given to oneself, or nothing of it. */
export const reaches = ['all', 'queues', 'given', 'none'] as const;
export type Reach = (typeof reaches)[number];

/**
 * `channels`: only on these, of those its kind has, also where it is required. `occurrence` makes it once: the same (recipient, kind, occurrence) is told a single time, however often it is
 * asked.
 */
export interface Telling<Data> {
  to: Recipient;
  organizationId?: Id<'organization'>;
  channels?: readonly Channel[];
  occurrence: string;
  data: Data;
}
