import type { Readable } from 'node:stream';
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
    // Files come as streams: no part of a mail is read from a path or fetched.
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
      const files = await openAll(mail.files ?? []);
      const sending = transport.sendMail({
        messageId: idOf(mail.id),
        from: { name: mail.from, address: options.from },
        to: { name: mail.to.name, address: mail.to.address },
        ...(mail.replyTo ? { replyTo: { name: mail.from, address: mail.replyTo } } : {}),
        ...(after.length > 0 ? { inReplyTo: after.at(-1)!, references: after } : {}),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        ...(files.length > 0 ? { attachments: files } : {}),
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
      // One that was not read to its end, since the server went away, would stay open.
      await sending.finally(() => files.forEach(({ content }) => content.destroy()));
    },
    close: () => transport.close(),
  };
}

interface Opened {
  filename: string;
  contentType: string;
  contentDisposition: 'attachment' | 'inline';
  content: Readable;
  cid?: string;
}

async function openAll(files: NonNullable<Mail['files']>): Promise<Opened[]> {
  const opened = await Promise.allSettled(files.map((file) => file.open()));
  const streams = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = opened.find((one) => one.status === 'rejected');
  if (failed) {
    for (const stream of streams) stream.destroy();
    throw failed.reason;
  }
  return files.map(({ name, type, cid }, index) => ({
    filename: name,
    contentType: type,
    contentDisposition: cid ? 'inline' : 'attachment',
    content: streams[index]!,
    ...(cid ? { cid } : {}),
  }));
}
