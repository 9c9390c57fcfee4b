import { PassThrough, Readable } from 'node:stream';
import { simpleParser } from 'mailparser';
import { expect, onTestFinished, test } from 'vitest';
import { selfSigned } from '../../../test/kit/certificate.ts';
import { startMailServer as mailServer } from '../../../test/kit/mail-server.ts';
import type { Mail } from '../../../kernel/ports.ts';
import { smtpMail } from './smtp.ts';

// Against a real mail server that keeps what it gets: the envelope as it was said, and the bytes.

function sender(url: string, requireTls = false) {
  const mail = smtpMail({
    url: new URL(url),
    from: 'portal@example.com',
    hostname: 'portal.example.com',
    requireTls,
  });
  onTestFinished(() => mail.close());
  return mail;
}

const letter: Mail = {
  id: '0197a000-0000-7000-8000-000000000001',
  from: 'Nusantara Hosting',
  to: { name: 'Budi Santoso', address: 'budi@example.com' },
  subject: 'Your invoice',
  text: 'Hello Budi,\nhere it is.',
  html: '<p>Hello Budi, here it is.</p>',
};
const plainServer = () => mailServer('127.0.0.1', { disabledCommands: ['STARTTLS', 'AUTH'] });

test('a mail of a conversation says where answers go, and which mails came before it', async () => {
  const { url, delivered } = await plainServer();
  const replyTo = 'support+t1042.abcdefghijklmnop@example.com';
  await sender(url).send({
    ...letter,
    replyTo,
    after: [{ messageId: 'theirs@mail.example' }, { id: 'ours' }],
  });
  const { raw, to } = delivered.pop()!;
  expect(to).toEqual(['budi@example.com']);
  const { headerLines } = await simpleParser(raw);
  const said = (name: string) => headerLines.find(({ key }) => key === name)?.line.replace(/\r?\n\s+/g, ' ');
  expect(said('reply-to')).toContain(`<${replyTo}>`);
  const ours = said('in-reply-to')!.slice('In-Reply-To: '.length);
  expect(ours).toMatch(/^<ours@[\w.-]+>$/);
  expect(said('references')).toBe(`References: <theirs@mail.example> ${ours}`);
});

/** What somebody could write where a mail has room for words of people. */
const injections = [
  'x\r\nBcc: victim@example.com',
  'x\nBcc: victim@example.com',
  'x\rBcc: victim@example.com',
  'x\r\n\r\n<script>alert(1)</script>',
  'x\r\n.\r\nMAIL FROM:<evil@example.com>\r\nRCPT TO:<victim@example.com>\r\nDATA\r\nSubject: stolen\r\n\r\n.\r\n',
  'x\r\nContent-Type: text/html; boundary="evil"',
  'x\u0000\u2028Bcc: victim@example.com\u2029',
  'x\u0085Bcc: victim@example.com',
  '"Budi" <victim@example.com>, x',
  'x>, <victim@example.com',
  '=?utf-8?q?x=0D=0ABcc:_victim@example.com?=',
];
const places: [string, (text: string) => Mail][] = [
  ['the subject', (subject) => ({ ...letter, subject })],
  ['the name of the reader', (name) => ({ ...letter, to: { ...letter.to, name } })],
  ['the name of the business', (from) => ({ ...letter, from })],
  ['the text', (text) => ({ ...letter, text, html: `<p>${text}</p>` })],
  ['the Message-ID of a mail before it', (messageId) => ({ ...letter, after: [{ messageId }] })],
  ['the link to unsubscribe', (text) => ({ ...letter, unsubscribe: `https://portal.example.com/u/${text}` })],
];
const headersOfOurs = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'in-reply-to',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'message-id',
  'mime-version',
  'references',
  'subject',
  'to',
];

test.each(places)(
  'whatever stands in %s, one mail goes to one reader under our headers',
  async (_place, make) => {
    const { url, delivered } = await plainServer();
    const mail = sender(url);
    for (const text of injections) {
      await mail.send(make(text));
      expect(delivered).toHaveLength(1);
      const { from, to, raw } = delivered.pop()!;
      expect([text, from, to]).toEqual([text, 'portal@example.com', ['budi@example.com']]);
      const read = await simpleParser(raw);
      const headers = read.headerLines.map(({ key }) => key);
      expect([text, headers.filter((name) => !headersOfOurs.includes(name))]).toEqual([text, []]);
      const readers = [read.to, read.cc, read.bcc].flatMap((list) =>
        [list ?? []].flat().flatMap(({ value }) => value),
      );
      expect([text, readers.map(({ address }) => address)]).toEqual([text, ['budi@example.com']]);
      expect([text, read.from?.value.map(({ address }) => address)]).toEqual([text, ['portal@example.com']]);
      expect(read.attachments).toEqual([]);
    }
  },
);

test.each([
  'budi@example.com\r\nRCPT TO:<victim@example.com>',
  'budi@example.com>\r\nDATA\r\n',
  'budi@example.com, victim@example.com',
  '<victim@example.com> budi@example.com',
])('an address that is none reaches nobody else: %j', async (address) => {
  const { url, delivered } = await plainServer();
  await sender(url)
    .send({ ...letter, to: { ...letter.to, address } })
    .catch(() => {});
  expect(delivered.flatMap(({ to }) => to).filter((one) => one.startsWith('victim'))).toEqual([]);
});

test('what is written comes through as it was', async () => {
  const { url, delivered } = await plainServer();
  const text = 'Baris pertama\n.\n.. dan titik\nFrom here on: “kutipan” — 100 % é 漢字';
  await sender(url).send({ ...letter, subject: 'Tagihan “Juli” — 漢字', text });
  const read = await simpleParser(delivered[0]!.raw);
  expect([read.subject, read.text?.trimEnd()]).toEqual(['Tagihan “Juli” — 漢字', text]);
});

test('a server that cannot encrypt is told nothing, unless its URL says so', async () => {
  const { url, delivered } = await plainServer();
  await expect(sender(url, true).send(letter)).rejects.toMatchObject({ code: 'ETLS' });
  expect(delivered).toEqual([]);
  await sender(`${url}?ignoreTLS=true`, true).send(letter);
  expect(delivered).toHaveLength(1);
});

test.each([
  ['STARTTLS', 'smtp:', {}],
  ['TLS from the beginning', 'smtps:', { secure: true }],
])('a server whose certificate nobody vouches for is told nothing: %s', async (_how, protocol, options) => {
  const { key, cert, remove } = selfSigned();
  onTestFinished(remove);
  const { url, delivered } = await mailServer('127.0.0.1', { key, cert, ...options });
  const sending = sender(url.replace('smtp:', protocol)).send(letter);
  await expect(sending).rejects.toThrow(/self-signed certificate/);
  expect(delivered).toEqual([]);
});

const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 7919) % 256));
const enclosing = (name: string, open: () => Readable): Mail => ({
  ...letter,
  files: [{ name, type: 'application/pdf', open: async () => open() }],
});

test.each([
  'tagihan.pdf',
  'Faktur “Juli” — 漢字.pdf',
  'a\r\nBcc: victim@example.com.pdf',
  `${'panjang-'.repeat(20)}é.pdf`,
])('a file arrives byte for byte, under its name: %j', async (name) => {
  const { url, delivered } = await plainServer();
  await sender(url).send(
    enclosing(name, () => Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)])),
  );
  const [{ to, raw }] = delivered as [(typeof delivered)[0]];
  expect(to).toEqual(['budi@example.com']);
  const { attachments, headerLines } = await simpleParser(raw);
  expect(headerLines.map(({ key }) => key).filter((one) => !headersOfOurs.includes(one))).toEqual([]);
  expect(attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
    [name, 'application/pdf'],
  ]);
  expect(attachments[0]!.content.equals(bytes)).toBe(true);
});

test('of a file that breaks off nobody gets a half, and nothing is left open', async () => {
  const { url, delivered } = await plainServer();
  const breaks = new PassThrough();
  breaks.write(bytes.subarray(0, 1000));
  const whole = Readable.from([bytes]);
  const mail = enclosing('a.pdf', () => breaks);
  const sending = sender(url).send({
    ...mail,
    files: [...mail.files!, { name: 'b.pdf', type: 'application/pdf', open: async () => whole }],
  });
  breaks.destroy(new Error('the disk is gone'));
  await expect(sending).rejects.toThrow('the disk is gone');
  expect(delivered).toEqual([]);
  expect([breaks.destroyed, whole.destroyed]).toEqual([true, true]);
});
