import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { authentication } from '../domain/authentication.ts';
import { automatic, mayBeAnswered } from '../domain/automatic.ts';
import { isProofOf, readReplyAddress } from '../../notifications/index.ts';
import { numberIn, route } from '../domain/route.ts';
import type { Route } from '../domain/route.ts';
import { withoutSignature, written } from '../domain/written.ts';
import { readMail } from '../reading/read-mail.ts';
import type { ReadMail } from '../domain/mail.ts';
import { corpus } from './corpus.ts';

const own = { addresses: ['support@clientarea.example'], host: 'portal.clientarea.example' };
const key = Buffer.alloc(32, 'k');
const followers: Record<number, string> = { 1042: 'budi@majujaya.example', 2001: 'siti@kopi.example' };
const sent = (ticket: number) => `0198c0de-0000-7000-8000-00000000${ticket}@portal.clientarea.example`;
const people: Record<string, string[]> = {
  'budi@majujaya.example': ['maju'],
  'siti@kopi.example': ['kopi'],
  'dewi@duo.example': ['satu', 'dua'],
};

/** What the database would say in a small world of two tickets. */
function routeOf(mail: ReadMail): Route {
  if (mail.report) return { to: 'nothing', why: 'report' };
  const from = mail.from?.address ?? '';
  const named = mail.cameBy.flatMap((address) => readReplyAddress(address, own.addresses) ?? [])[0];
  const answered = Object.keys(followers).find((ticket) => mail.answers.includes(sent(Number(ticket))));
  const number = numberIn(mail.subject);
  const organizations = people[from];
  return route({
    automatic: automatic(mail, own),
    blocked: false,
    empty: mail.text === '' && mail.files.length === 0,
    tooMany: false,
    answerable: mayBeAnswered(mail, own),
    authentication: authentication(
      mail.headers.get('authentication-results') ?? [],
      'mx.clientarea.example',
      from,
    ),
    signed: named ? { ticket: String(named.ticket), holds: isProofOf(key, named, from) } : null,
    answered: answered ? { ticket: answered, toSender: followers[Number(answered)] === from } : null,
    numbered:
      number !== null && followers[number]
        ? { ticket: String(number), takesPart: followers[number] === from }
        : null,
    sender: organizations ? { organizations } : null,
  });
}

function inWords(to: Route): string {
  if (to.to === 'ticket') return `ticket ${to.ticket}`;
  if (to.to === 'new') return `new ${to.organization}`;
  if (to.to === 'nothing') return `nothing ${to.why}`;
  return ['wait', to.why, to.ticket, to.ask && 'ask'].filter(Boolean).join(' ');
}

test.each(corpus)('$mail', async ({ mail: name, goes, text, files = [], report = null }) => {
  const mail = await readMail(readFileSync(new URL(`corpus/${name}.eml`, import.meta.url)));
  const to = routeOf(mail);
  const words = to.to === 'ticket' ? written(mail.text) : withoutSignature(mail.text);
  expect({
    goes: inWords(to),
    text: text === null ? null : typeof text === 'number' ? words.length : words,
    files: mail.files.map((file) => file.name),
    report: mail.report,
  }).toEqual({ goes, text, files, report });
});

test('every mail of the corpus is expected to become something', () => {
  const there = readdirSync(new URL('corpus/', import.meta.url)).toSorted();
  expect(there).toEqual(corpus.map(({ mail }) => `${mail}.eml`).toSorted());
  expect(there.length).toBeGreaterThanOrEqual(60);
});

test.each([
  ['apple-html-cid', 'Lihat gambar: [cid:a@x]'],
  ['apple-inline-picture', 'See this:\n[cid:part-2]\nCan you fix it?'],
])('where the picture of %s stands is marked', async (name, marked) => {
  const mail = await readMail(readFileSync(new URL(`corpus/${name}.eml`, import.meta.url)));
  expect(mail.marked).toBe(marked);
});
