/** What the outside world offers to modules. A module adds its port here by declaration merging, app/compose.ts gives the adapter. */
export interface Ports {
  readonly mail: MailPort;
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
}
