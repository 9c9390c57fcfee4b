import type { Attachment } from 'mailparser';
import type { Report } from '../domain/mail.ts';

const outcomes: Record<string, Report['recipients'][number]['outcome']> = {
  failed: 'failed',
  delayed: 'delayed',
  delivered: 'delivered',
  relayed: 'delivered',
  expanded: 'delivered',
};

/** Null where the mail is no report. */
export function readReport(contentType: string, parts: readonly Attachment[]): Report | null {
  const type = /report-type="?([a-z-]+)"?/i.exec(contentType)?.[1]?.toLowerCase();
  const status = partOf(parts, /^message\/(global-)?delivery-status$/);
  const complaint = partOf(parts, /^message\/feedback-report$/);
  const about = messageIdIn(
    partOf(parts, /^(message\/rfc822|text\/rfc822-headers|message\/global(-headers)?)$/),
  );
  if (complaint !== null || type === 'feedback-report') {
    const address = /^Original-Rcpt-To:\s*<?([^\s<>]+@[^\s<>]+?)>?\s*$/im.exec(complaint ?? '')?.[1];
    const recipients = address
      ? [
          {
            address: address.toLowerCase(),
            outcome: 'delivered' as const,
            permanent: false,
            why: 'complaint',
          },
        ]
      : [];
    return { kind: 'complaint', recipients, about };
  }
  if (status === null) return null;
  return { kind: 'delivery', recipients: recipientsIn(status), about };
}

/** The group about the mail as a whole names no recipient, so it falls out. */
function recipientsIn(status: string): Report['recipients'] {
  return status
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n\s*\n/)
    .flatMap((group) => {
      const fields = new Map(
        [...group.matchAll(/^([\w-]+):[ \t]*(.+)$/gm)].map(([, name, value]) => [
          name!.toLowerCase(),
          value!.trim(),
        ]),
      );
      const field = (name: string) => fields.get(name) ?? '';
      const address = (field('original-recipient') || field('final-recipient')).replace(/^[^;]*;\s*/, '');
      const outcome = outcomes[field('action').toLowerCase()];
      if (!address.includes('@') || !outcome) return [];
      const code = field('status');
      return [
        {
          address: address.replace(/^<|>$/g, '').toLowerCase(),
          outcome,
          permanent: outcome === 'failed' && !code.startsWith('4'),
          why: [code, field('diagnostic-code').replace(/^[^;]*;\s*/, '')]
            .filter(Boolean)
            .join(' ')
            .slice(0, 300),
        },
      ];
    });
}

function partOf(parts: readonly Attachment[], type: RegExp): string | null {
  const found = parts.find(({ contentType }) => type.test(contentType));
  return found ? found.content.toString('utf8') : null;
}

const messageIdIn = (head: string | null): string | null =>
  /^message-id:\s*<([^<>\s]+)>/im.exec(head ?? '')?.[1] ?? null;
