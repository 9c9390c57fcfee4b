import { randomUUID } from 'node:crypto';
import { idOf, ownedByWhale, tokens } from './data.ts';
import type { Size } from './data.ts';
import { password } from './database.ts';
import { request } from './load.ts';
import type { NextRequest } from './load.ts';
import { webhooks } from './webhooks.ts';
import type { Try } from './webhooks.ts';

export interface Scenario {
  name: string;
  next: NextRequest;
  /** It writes: what follows from it goes on after the answer. */
  writes: boolean;
  /** What others ask meanwhile, as fast as they can. */
  meanwhile?: NextRequest;
}

/** What is asked, by the whale and by another owner in turn. */
export function scenarios(
  size: Size,
  gateway: { tries: Try[]; secret: string; now: () => Date },
): Scenario[] {
  const owners = [
    {
      number: 1,
      token: tokens.whale,
      invoices: ownedByWhale(size, size.invoicesEach),
      tickets: ownedByWhale(size, size.ticketsEach),
    },
    { number: 2, token: tokens.other, invoices: size.invoicesEach, tickets: size.ticketsEach },
  ];
  type Owner = (typeof owners)[number];
  const ask = (method: string, path: (owner: Owner, turn: number) => string, body?: object): NextRequest => {
    return (turn) => {
      const owner = owners[turn % 2]!;
      const headers = {
        cookie: `clientarea=${owner.token}`,
        ...(body ? { 'Idempotency-Key': randomUUID() } : {}),
      };
      const base = `/api/organizations/${idOf(`organization${owner.number}`)}`;
      return request(method, base + path(owner, turn), headers, body);
    };
  };
  const read = (name: string, path: (owner: Owner, turn: number) => string) => ({
    name,
    next: ask('GET', path),
    writes: false,
  });
  const write = (name: string, path: (owner: Owner, turn: number) => string, body: object) => ({
    name,
    next: ask('POST', path, body),
    writes: true,
  });
  const signIn = () => request('POST', '/api/session', {}, { email: 'person3@bench.example', password });
  return [
    { name: 'R1 sign-in', next: signIn, writes: false },
    {
      name: 'R2 session',
      next: () => request('GET', '/api/session', { cookie: `clientarea=${tokens.other}` }),
      writes: false,
    },
    read('R3 dashboard', () => '/dashboard'),
    read('R4 invoices, first page', () => '/invoices?limit=50'),
    { ...read('R4f the same, sign-in flooded', () => '/invoices?limit=50'), meanwhile: signIn },
    read('R5 invoices, deep', (owner) => `/invoices?limit=50&after=${middle(owner)}`),
    read(
      'R6 invoice',
      (owner, turn) => `/invoices/${idOf(`invoice${owner.number}-${1 + (turn % owner.invoices)}`)}`,
    ),
    read('R8 tickets, first page', () => '/tickets?limit=50'),
    read(
      'R9 ticket',
      (owner, turn) => `/tickets/${idOf(`ticket${owner.number}-${1 + (turn % owner.tickets)}`)}`,
    ),
    {
      name: 'R13 preview of a change',
      next: ask(
        'POST',
        (owner, turn) => `/services/${idOf(`service${owner.number}-${1 + (turn % 10)}`)}/changes/preview`,
        {
          what: 'change',
          plan: idOf('plan19'),
          cycle: 'annual',
          quantity: 2,
          options: {},
          addons: [],
        },
      ),
      writes: false,
    },
    read('R12 search of own tickets', () => '/tickets?limit=20&q=backup'),
    write('W1 ticket create', () => '/tickets', {
      subject: 'It is slow',
      text: 'Since this morning every page takes long to load.',
      kind: 'question',
    }),
    write(
      'W2 ticket reply',
      // Those that are open.
      (owner, turn) =>
        `/tickets/${idOf(`ticket${owner.number}-${5 * (1 + (turn % (owner.tickets / 5)))}`)}/messages`,
      { text: 'It still is, please look again.' },
    ),
    { name: 'W5 payment webhook', next: webhooks(gateway.tries, gateway.secret, gateway.now), writes: true },
  ];

  /** The cursor behind the middle of somebody's invoices. */
  function middle({ number, invoices }: Owner): string {
    const half = Math.floor(invoices / 2);
    const day = new Date(gateway.now().getTime() - 450 * 86_400_000).toISOString().slice(0, 10);
    return Buffer.from(JSON.stringify([day, idOf(`invoice${number}-${half}`)])).toString('base64url');
  }
}
