declare module 'mailparser' {
  interface Address {
    address?: string;
    name: string;
    /** The members of a named group, which has no address of its own. */
    group?: Address[];
  }
  interface Addresses {
    value: Address[];
  }
  interface Attachment {
    filename?: string;
    contentType: string;
    content: Buffer;
    /** Shown within the text. */
    related?: boolean;
    cid?: string;
  }
  /** As much of a parsed mail as we look at. */
  interface ParsedMail {
    subject?: string;
    text?: string;
    html?: string | false;
    from?: Addresses;
    to?: Addresses | Addresses[];
    cc?: Addresses | Addresses[];
    bcc?: Addresses | Addresses[];
    /** In the order of the mail; keys in lower case. */
    headerLines: { key: string; line: string }[];
    attachments: Attachment[];
  }
  interface Options {
    keepCidLinks?: boolean;
    keepDeliveryStatus?: boolean;
    skipTextToHtml?: boolean;
    skipTextLinks?: boolean;
    skipImageLinks?: boolean;
    /** Characters beyond which HTML is not turned into text. */
    maxHtmlLengthToParse?: number;
  }
  export function simpleParser(raw: Buffer, options?: Options): Promise<ParsedMail>;
}
