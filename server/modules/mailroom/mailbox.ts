/** How to get into a mailbox of somebody's mail server. */
export interface Account {
  host: string;
  port: number;
  /** `tls` from the first byte, or `starttls` before anything is said. */
  security: 'tls' | 'starttls' | 'none';
  username: string;
  password: string;
  folder: string;
  /** Mails that came before are left alone; null takes all there are. */
  since: Date | null;
}

/** Up to where a folder has been read. Numbers mean something only together with the folder's validity (RFC 9051 §2.3.1.1). */
export interface Position {
  validity: string;
  uid: number;
}

export interface Batch {
  /** Where reading goes on once all of this is kept. */
  position: Position;
  /** Whole mails; of one beyond `longestMail` only its beginning. */
  mails: Buffer[];
}

/** Bytes. What is longer was never meant to be a mail. */
export const longestMail = 40_000_000;

/** Mailboxes of the outside world. Nothing is changed in them: no mail is deleted, moved or marked as read. */
export interface MailboxPort {
  /**
   * Reads what came after a position, oldest first, and hands it over in batches; a batch is taken before the next is read. When the
   * folder has been made anew its validity differs, and reading begins at its start. Rejects with `MailboxUnreachable`, or with what
   * `take` throws.
   */
  fetch(account: Account, after: Position | null, take: (batch: Batch) => Promise<void>): Promise<void>;
  /** Resolves to how many mails the folder holds. Rejects with `MailboxUnreachable`. */
  check(account: Account): Promise<{ mails: number }>;
  /**
   * Holds a connection until `signal` ends it, and tells when the folder says that something came. Resolves to false at once where the
   * server cannot tell. Rejects with `MailboxUnreachable` when the connection cannot be made or is lost, also without a word.
   */
  watch(account: Account, watcher: Watcher): Promise<boolean>;
}

export interface Watcher {
  signal: AbortSignal;
  /** The connection stands: from now on nothing is missed. */
  live(): Promise<void>;
  /** Called once for all that came while it was at work. */
  arrived(): Promise<void>;
}

export type Trouble = 'address' | 'connection' | 'certificate' | 'password' | 'folder';

export class MailboxUnreachable extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble, message: string) {
    super(message);
    this.name = 'MailboxUnreachable';
    this.trouble = trouble;
  }
}

declare module '../../kernel/ports.ts' {
  interface Ports {
    readonly mailboxes: MailboxPort;
  }
}
