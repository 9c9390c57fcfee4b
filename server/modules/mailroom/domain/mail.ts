export interface Address {
  /** In lower case. */
  address: string;
  name: string;
}

export interface MailFile {
  name: string;
  type: string;
  bytes: Buffer;
  /** What the mail calls it where it shows it among its words. */
  cid: string | null;
}

/** A mail as the rest of the module sees it: no MIME, no character sets, no HTML. */
export interface ReadMail {
  /** Without brackets; null where the sender gave none. */
  messageId: string | null;
  /** What it answers, nearest first, without brackets. */
  answers: string[];
  from: Address | null;
  to: Address[];
  cc: Address[];
  /** Every address it came by, also those that only the mail server wrote down. */
  cameBy: string[];
  subject: string;
  /** All of the text, quotes included. */
  text: string;
  /** The same with a mark (`markOf`) where a picture stands that came along. */
  marked: string;
  files: MailFile[];
  /** Unfolded values in the order of the mail, by name in lower case. */
  headers: ReadonlyMap<string, readonly string[]>;
  /** What a mail server says about a mail of ours, or somebody's complaint about it. */
  report: Report | null;
}

/** What a mail server reports of a mail: RFC 3464 (delivery) and RFC 5965 (complaints). */
export interface Report {
  kind: 'delivery' | 'complaint';
  recipients: {
    address: string;
    outcome: 'failed' | 'delayed' | 'delivered';
    permanent: boolean;
    why: string;
  }[];
  /** The Message-ID of the mail it is about, without brackets. */
  about: string | null;
}
