import type { Readable } from 'node:stream';
import type { TextChannel } from './texting.ts';

/** What the outside world offers to modules. A module adds its port here by declaration merging, app/compose.ts gives the adapter. */
export interface Ports {
  readonly mail: MailPort;
  /** Asks addresses that people entered; see kernel/outgoing/fetch.ts for what it refuses. */
  readonly outgoing: typeof fetch;
  readonly countries: CountriesPort;
  readonly texting: TextingPort;
}

/** Where addresses are, out of a table in memory: may be asked inside a transaction. */
export interface CountriesPort {
  /** ISO 3166-1 alpha-2; null for private and unknown addresses. */
  of(address: string): string | null;
}

/** Sends one mail. Throws when the server did not take it, so that the job tries again. `id` becomes the Message-ID: the same mail sent twice is one. */
export interface MailPort {
  /** False where mail goes nowhere and is only read in the console. */
  readonly delivers: boolean;
  send(mail: Mail): Promise<void>;
}

export interface Mail {
  id: string;
  /** Name of the sender; the address is the adapter's. */
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  unsubscribe?: string;
  /** Read while the mail is handed over, one after the other. `cid`: a picture that the HTML shows by this Content-ID. */
  files?: readonly { name: string; type: string; cid?: string; open(): Promise<Readable> }[];
  /** Where an answer goes. */
  replyTo?: string;
  /** The Message-IDs of the mails before it in its conversation, oldest first: those of others as they came, ours as `id`. */
  after?: readonly ({ id: string } | { messageId: string })[];
}

/** Sends one text to a phone. Throws when it was not taken, so that the job tries again. */
export interface TextingPort {
  /** The ways it has to a phone; none where texting is off. */
  readonly channels: readonly TextChannel[];
  /** False where texts go nowhere and are only read in the console. */
  readonly delivers: boolean;
  send(text: Text): Promise<void>;
}

export interface Text {
  /** The same text handed over twice has the same one. */
  id: string;
  channel: TextChannel;
  /** E.164: `+6281234567890`. */
  to: string;
  words: string;
}
