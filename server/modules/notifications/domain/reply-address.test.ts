import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isProofOf, readReplyAddress, replyAddress } from './reply-address.ts';

const key = Buffer.alloc(32, 'k');
const mailbox = 'support@example.com';
const reader = fc.emailAddress().map((address) => address.toLowerCase());
const ticket = fc.integer({ min: 1, max: 999_999_999_999_999 });

test('an address says its ticket, and holds for its reader and nobody else, with this key and no other', () => {
  fc.assert(
    fc.property(ticket, reader, reader, (number, mine, other) => {
      const made = replyAddress(key, mailbox, number, mine);
      expect(made.slice(0, made.lastIndexOf('@')).length).toBeLessThanOrEqual(64);
      const read = readReplyAddress(made, ['other@example.com', mailbox])!;
      expect(read.ticket).toBe(number);
      expect(isProofOf(key, read, mine.toUpperCase())).toBe(true);
      expect(isProofOf(key, read, other)).toBe(mine === other);
      expect(isProofOf(Buffer.alloc(32, 'x'), read, mine)).toBe(false);
      expect(isProofOf(key, { ...read, ticket: number + 1 }, mine)).toBe(false);
    }),
  );
});

test('other addresses name no ticket', () => {
  const made = replyAddress(key, mailbox, 1042, 'a@x.example');
  for (const address of [
    mailbox,
    'support+t1042@example.com',
    made.replace('example.com', 'else.example'),
    made.slice(1),
  ])
    expect(readReplyAddress(address, [mailbox])).toBeNull();
});
