import { expect, test } from 'vitest';
import { codeAt, stepOf } from '../../modules/identity/domain/one-time-codes.ts';
import { hashPassword, makeSetupLink } from '../../modules/identity/index.ts';
import { addAuthenticator, given, lastMessage, password } from '../../modules/identity/test/factors.ts';
import { SoftwareKey } from '../../modules/identity/test/software-key.ts';
import { createTestApp } from '../kit/app.ts';
import type { TestAnswer } from '../kit/client.ts';
import { anonymous } from '../kit/client.ts';
import { mailedToken } from '../kit/mail.ts';
import { buildOrganization, buildPerson, buildStaff } from '../kit/people.ts';
import type { TestPerson } from '../kit/people.ts';

// Whatever is handed out to be used once: it is, also when it is used twice at the same moment, and not at all after its time.

const app = await createTestApp();
const untouched = await createTestApp();
const hashed = await hashPassword(password);

type Use = () => Promise<TestAnswer>;
interface OneTime {
  what: string;
  /** The column that knows it. */
  kept: string;
  /** Minutes for which it is good; null where it has no end but its use. */
  minutes: number | null;
  make: () => Promise<Use>;
}

const hours = (count: number) => count * 60;
const days = (count: number) => hours(count * 24);
let count = 0;
const address = () => `once-${++count}@example.com`;

async function person(): Promise<TestPerson> {
  const somebody = await buildPerson(app, { email: address() });
  await given(app, somebody.id, hashed);
  return somebody;
}

/** The token of the newest link of a kind to an address. */
async function linkTo(email: string, kind: string): Promise<string> {
  const { rows } = await app.app.pool.query<{ id: string; data: string }>(
    `select m.id, m.data from kernel.messages m left join identity.people p on p.id = m.person_id
     where m.kind = $1 and $2 in (m.address, p.email) order by m.id desc limit 1`,
    [kind, email],
  );
  return app.open(rows[0]!).token as string;
}

async function attemptOf(email: string): Promise<string> {
  return (await app.stranger.post('/api/session', { email, password })).body.attempt as string;
}
const complete = (attempt: string, step: object) =>
  anonymous(app.app).post('/api/session/second-step', { attempt, step });
/** Each use in a sign-in of its own. */
const inNewSignIn = (email: string, step: object) => async () => complete(await attemptOf(email), step);

/** Adds a phone up to its code; the newest text to it holds that. */
async function phoneOf(somebody: TestPerson): Promise<{ number: string; code: () => Promise<string> }> {
  const number = `+62811${String(++count).padStart(8, '0')}`;
  await somebody.post('/api/me/phone', { number, channel: 'sms' });
  const code = async () => {
    await app.settle();
    const { words } = app.ports.texts.findLast(({ to }) => to === number)!;
    return /#(\d+)$/.exec(words)![1]!;
  };
  return { number, code };
}

async function changedAddress(kind: string): Promise<string> {
  const somebody = await person();
  const next = address();
  await somebody.post('/api/me/email', { email: next });
  return linkTo(kind === 'identity.confirm-new-email' ? next : somebody.email, kind);
}

const choose = (token: string, over = app) =>
  anonymous(over.app).put('/api/password', { token, password: 'kuda terbang malam' });

const oneTime: OneTime[] = [
  {
    what: 'the link that ends a sign-up',
    kept: 'identity.mailbox_proofs.token_hash',
    minutes: hours(48),
    async make() {
      const email = address();
      await app.stranger.post('/api/people', { name: 'Ani', email, locale: 'id', timeZone: 'Asia/Jakarta' });
      const token = await mailedToken(app, email);
      return () => choose(token);
    },
  },
  {
    what: 'the link to a new password',
    kept: 'identity.mailbox_proofs.token_hash',
    minutes: 60,
    async make() {
      const { email } = await person();
      await app.stranger.post('/api/password-resets', { email, locale: 'en' });
      const token = await mailedToken(app, email);
      return () => choose(token);
    },
  },
  {
    what: 'the link that makes the first administrator',
    kept: 'identity.setup_links.token_hash',
    minutes: days(7),
    async make() {
      const token = await untouched.ctx.transact(makeSetupLink);
      const body = { name: 'Rina', email: address(), password, locale: 'id', timeZone: 'Asia/Jakarta' };
      return () => anonymous(untouched.app).put('/api/setup', { token, ...body });
    },
  },
  {
    what: 'an invitation',
    kept: 'organizations.invitations.token_hash',
    minutes: days(7),
    async make() {
      const { owner, at } = await buildOrganization(app);
      const guest = await person();
      await owner.post(at('/invitations'), { email: guest.email, role: 'member' });
      const token = await mailedToken(app, guest.email);
      return () => guest.post('/api/invitations/accept', { token });
    },
  },
  {
    what: 'the link that confirms a new address',
    kept: 'identity.email_changes.token_hash',
    minutes: hours(24),
    async make() {
      const token = await changedAddress('identity.confirm-new-email');
      return () => app.stranger.put('/api/email', { token });
    },
  },
  {
    what: 'the link that takes a change of address back',
    kept: 'identity.email_changes.undo_hash',
    minutes: days(7),
    async make() {
      const token = await changedAddress('identity.email-is-changing');
      return () => app.stranger.put('/api/email/undo', { token });
    },
  },
  {
    what: 'the link that stops a recovery',
    kept: 'identity.recoveries.stop_hash',
    minutes: hours(24),
    async make() {
      const somebody = await person();
      await somebody.put('/api/me/mail-codes', { on: true });
      const body = { reason: 'Her phone is lost.', vouchedBy: 'Budi' };
      const staff = await buildStaff(app, 'support');
      await staff.post(`/api/console/people/${somebody.id}/recovery`, body);
      const token = await linkTo(somebody.email, 'identity.recovery-has-begun');
      return () => app.stranger.put('/api/recovery/stop', { token });
    },
  },
  {
    what: 'the link that says a sign-in was not mine',
    kept: 'identity.sign_ins.disown_hash',
    minutes: days(7),
    async make() {
      const { email } = await person();
      // The first device is taken for the person's own, the second is asked about.
      for (let device = 0; device < 2; device++)
        await anonymous(app.app).post('/api/session', { email, password });
      const token = await linkTo(email, 'identity.was-this-you');
      return () => app.stranger.put('/api/sign-ins/disown', { token });
    },
  },
  {
    what: 'a code by mail',
    kept: 'identity.sent_codes.code_sealed',
    minutes: 10,
    async make() {
      const somebody = await person();
      await somebody.put('/api/me/mail-codes', { on: true });
      await somebody.post('/api/session/proof/code');
      const { code } = (await lastMessage(app, 'identity.code-by-mail', somebody.id)) as { code: string };
      return () => somebody.put('/api/session/proof', { kind: 'email_code', code });
    },
  },
  {
    what: 'a code that adds a phone',
    kept: 'identity.sent_codes.code_sealed',
    minutes: 10,
    async make() {
      const somebody = await person();
      const code = await (await phoneOf(somebody)).code();
      return () => somebody.put('/api/me/phone', { code });
    },
  },
  {
    what: 'a code by text',
    kept: 'identity.sent_codes.code_sealed',
    minutes: 10,
    async make() {
      const somebody = await person();
      const phone = await phoneOf(somebody);
      await somebody.put('/api/me/phone', { code: await phone.code() });
      await app.clock.advance({ minutes: 1 });
      await somebody.post('/api/session/proof/code', { by: 'sms' });
      const code = await phone.code();
      return () => somebody.put('/api/session/proof', { kind: 'message_code', code });
    },
  },
  {
    what: 'the code of an authenticator app',
    kept: 'identity.authenticators.last_step',
    minutes: 1,
    async make() {
      const somebody = await person();
      const { secret } = await addAuthenticator(app, somebody);
      await app.clock.advance({ minutes: 1 });
      const code = codeAt(secret, stepOf(app.clock.now()));
      return inNewSignIn(somebody.email, { kind: 'authenticator', code });
    },
  },
  {
    what: 'a recovery code',
    kept: 'identity.recovery_codes.code_hash',
    minutes: null,
    async make() {
      const somebody = await person();
      const { recoveryCodes } = await addAuthenticator(app, somebody);
      return inNewSignIn(somebody.email, { kind: 'recovery_code', code: recoveryCodes[0]! });
    },
  },
  {
    what: 'a sign-in that waits for its second step',
    kept: 'identity.attempts.token_hash',
    minutes: 10,
    async make() {
      const somebody = await person();
      const { recoveryCodes } = await addAuthenticator(app, somebody);
      const attempt = await attemptOf(somebody.email);
      return () => complete(attempt, { kind: 'recovery_code', code: recoveryCodes.pop()! });
    },
  },
  {
    what: 'what a passkey signed to sign in',
    kept: 'identity.challenges.challenge',
    minutes: 5,
    async make() {
      const somebody = await person();
      const key = new SoftwareKey();
      const made = key.create((await somebody.post('/api/me/passkeys/options')).body);
      expect((await somebody.post('/api/me/passkeys', { name: 'Laptop', response: made })).status).toBe(201);
      const response = key.get((await app.stranger.post('/api/session/passkey/options')).body);
      return () => anonymous(app.app).post('/api/session/passkey', { response });
    },
  },
  {
    what: 'what a new passkey signed',
    kept: 'identity.challenges.challenge',
    minutes: 5,
    async make() {
      const somebody = await person();
      const response = new SoftwareKey().create((await somebody.post('/api/me/passkeys/options')).body);
      return () => somebody.post('/api/me/passkeys', { name: 'Laptop', response });
    },
  },
];

const taken = ({ status }: TestAnswer) => status < 300;

test.each(oneTime)('$what works once', { timeout: 60_000 }, async ({ minutes, make }) => {
  if (minutes !== null) {
    const late = await make();
    // A minute for what is good to the end of that minute.
    for (const test of [app, untouched]) await test.clock.advance({ minutes: minutes + 1 });
    await app.sweep('identity.finish-recoveries');
    expect(taken(await late()), 'after its time').toBe(false);
  }
  const use = await make();
  const together = await Promise.all([use(), use()]);
  expect(together.filter(taken), 'twice at the same moment').toHaveLength(1);
  const again = await use();
  expect(taken(again), 'once more').toBe(false);
  for (const refused of [...together, again].filter((answer) => !taken(answer)))
    expect([401, 403, 404, 409, 410, 422], refused.text).toContain(refused.status);
});

/** Columns that look like such a thing and are none: what may be used as often as one likes, or proves nothing. */
const notOnce = [
  // Of what was sent to a bank: shown, and no proof of anybody.
  'evidence.packs.archive_hash',
  'evidence.packs.document_hash',
  'feedback.ratings.reminder_hash',
  'feedback.ratings.token_hash',
  'guests.keys.token_hash',
  'guests.requests.token_hash',
  'identity.devices.token_hash',
  'identity.people.password_hash',
  'identity.sessions.token_hash',
  'kernel.idempotency.request_hash',
  'offers.offers.link_hash',
  'orders.orders.lookup_hash',
  'organizations.api_keys.previous_hash',
  'organizations.api_keys.token_hash',
  'payments.inbox.body_hash',
  'payments.saved_methods.token_hash',
  'usage.sources.token_hash',
];

/** What works once and comes from others: tried in server/modules/sso/test/forged.test.ts. */
const ofOthers = ['sso.attempts.state_hash', 'sso.attempts.token_hash', 'sso.used_tokens.token_hash'];

test('nothing that is handed out to be used once was forgotten here', async () => {
  const { rows } = await app.app.pool.query<{ name: string }>(`
    select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema', 'pgboss')
      and column_name ~ '(_hash|^challenge|code_sealed|last_step)$' order by 1`);
  const known = new Set([...oneTime.map(({ kept }) => kept), ...notOnce, ...ofOthers]);
  expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});
