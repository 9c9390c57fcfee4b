import nodemailer from 'nodemailer';
import type { Mail, MailPort } from '../../../kernel/ports.ts';

/** RFC 8058 wants List-Unsubscribe-Post under the signature as well, which the library's own list lacks. */
export const signedHeaders =
  'from:sender:reply-to:subject:date:message-id:to:cc:mime-version:content-type:content-transfer-encoding:in-reply-to:references:list-unsubscribe:list-unsubscribe-post:list-id';

/**
 * Mail through an SMTP server. `from` is the address, the name in front of it is the brand's. With `requireTls` nothing is handed to a
 * server that speaks in the clear, unless the URL says `ignoreTLS=true`; certificates are checked in any case.
 */
export function smtpMail(options: {
  url: URL;
  from: string;
  hostname: string;
  requireTls: boolean;
}): MailPort & { close(): void } {
  const transport = nodemailer.createTransport({
    url: options.url.href,
    pool: true,
    maxConnections: 2,
    requireTLS: options.requireTls && !options.url.searchParams.has('ignoreTLS'),
    // Mails are made of text alone: no part of one is read from a file or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never);
  return {
    delivers: true,
    async send(mail: Mail) {
      const idOf = (id: string) => `<${id}@${options.hostname}>`;
      const after = (mail.after ?? []).map((one) =>
        'id' in one ? idOf(one.id) : `<${one.messageId.replace(/[^!-~]|[<>]/g, '')}>`,
      );
      await transport.sendMail({
        messageId: idOf(mail.id),
        from: { name: mail.from, address: options.from },
        to: { name: mail.to.name, address: mail.to.address },
        ...(mail.replyTo ? { replyTo: { name: mail.from, address: mail.replyTo } } : {}),
        ...(after.length > 0 ? { inReplyTo: after.at(-1)!, references: after } : {}),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(mail.unsubscribe
            ? {
                'List-Unsubscribe': `<${mail.unsubscribe}>`,
                'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
              }
            : {}),
        },
      });
    },
    close: () => transport.close(),
  };
}
