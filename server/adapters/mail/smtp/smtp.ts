import nodemailer from 'nodemailer';
import type { Mail, MailPort } from '../../../kernel/ports.ts';

/** RFC 8058 wants List-Unsubscribe-Post under the signature as well, which the library's own list lacks. */
export const signedHeaders =
  'from:sender:reply-to:subject:date:message-id:to:cc:mime-version:content-type:content-transfer-encoding:in-reply-to:references:list-unsubscribe:list-unsubscribe-post:list-id';

/** Mail through an SMTP server. `from` is the address, the name in front of it is the brand's. */
export function smtpMail(options: {
  url: URL;
  from: string;
  hostname: string;
}): MailPort & { close(): void } {
  const transport = nodemailer.createTransport({
    url: options.url.href,
    pool: true,
    maxConnections: 2,
  } as never);
  return {
    delivers: true,
    async send(mail: Mail) {
      await transport.sendMail({
        messageId: `<${mail.id}@${options.hostname}>`,
        from: { name: mail.from, address: options.from },
        to: { name: mail.to.name, address: mail.to.address },
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
