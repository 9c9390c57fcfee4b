import { beforeAll, expect, test } from 'vitest';
import { createLog } from '../../../app/log.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { answerWith, atProvider, buildSaml, mail, signed } from './saml-connect.ts';
import { assertionOf, hmac, makeKey, responseOf, sha1, sign } from './saml-provider.ts';
import type { Saying } from './saml-provider.ts';

// Everything an attacker, or a provider that is one, could post: what was signed rightly stands beside what was not.

const lines: string[] = [];
const log = createLog('debug', { write: (line: string) => void lines.push(line) });
const app = await createTestApp(new Date(), { log, httpLogger: log });
const key = makeKey();
const anothers = makeKey();
const acme = await buildSaml(app, key);
const neighbor = await buildSaml(app, key);
const minute = 60_000;
const before = (minutes: number) => new Date(app.clock.now().getTime() - minutes * minute);
const after = (minutes: number) => before(-minutes);

const sessions = async () =>
  Number((await app.app.pool.query('select count(*) from identity.sessions')).rows[0].count);
const lastFailure = async () => (await acme.owner.get(acme.at('/sso'))).body.connection.failed?.why;

/** Tries what a test makes of a sign-in under way; nobody may have come in. */
async function refused(made: (right: Saying) => string): Promise<string> {
  const there = await atProvider(app, 'eve', acme.domain);
  const count = await sessions();
  const answer = await answerWith(app, acme.connection, there, made(there.right));
  expect(answer.body).toMatchObject({ code: 'sso_failed' });
  expect(there.browser.cookie).not.toMatch(/clientarea=/);
  expect(await sessions()).toBe(count);
  expect(answer.body.facts.why).toBe(await lastFailure());
  return answer.body.facts.why;
}

beforeAll(async () => {
  // Without it no refusal below would say anything.
  for (const whole of [false, true]) {
    const there = await atProvider(app, 'eve', acme.domain);
    const made = signed(there.right, key);
    const answer = await answerWith(app, acme.connection, there, whole ? sign(made, 'Response', key) : made);
    expect(answer.status, answer.text).toBe(204);
    expect((await there.browser.get('/api/session')).body.person.email).toBe(there.email);
  }
});

const said: [what: string, over: (right: Saying) => Partial<Saying>, why?: string][] = [
  ['expired', () => ({ notOnOrAfter: before(3), confirmedUntil: before(3) })],
  ['expired only for whoever brings it', () => ({ confirmedUntil: before(3) })],
  ['expired only in its conditions', () => ({ notOnOrAfter: before(3) })],
  ['not valid yet', () => ({ notBefore: after(3) })],
  ['issued in the future', () => ({ at: after(3) })],
  ['of a session that is over', () => ({ sessionEnds: before(3) })],
  ['for another audience', () => ({ audience: 'https://elsewhere.example' })],
  ['for an audience like ours', ({ audience }) => ({ audience: `${audience}/` })],
  ['for another recipient', () => ({ recipient: 'https://elsewhere.example/acs' })],
  ['for another destination', () => ({ destination: 'https://elsewhere.example/acs' })],
  ['for the connection of another organization', () => ({ audience: neighbor.ours.metadataUri })],
  ['sent to the connection of another organization', () => ({ recipient: neighbor.ours.redirectUri })],
  ['by another issuer', () => ({ issuer: 'https://other.example', responseIssuer: 'https://other.example' })],
  ['by another issuer inside', () => ({ issuer: 'https://other.example' })],
  ['in the envelope of another issuer', () => ({ responseIssuer: 'https://other.example' })],
  ['in answer to another request', () => ({ request: '_another', confirmedRequest: '_another' })],
  ['whose subject answers another request', () => ({ confirmedRequest: '_another' })],
  ['in answer to nothing', () => ({ request: '', confirmedRequest: '' })],
  [
    'confirmed by a key and not by bringing it',
    () => ({ method: 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key' }),
  ],
  ['of another realm', () => ({ nameQualifier: 'https://other.example' })],
  ['that names nobody', () => ({ nameId: '' })],
  ['under a condition nobody knows', () => ({ extraConditions: '<saml:Condition/>' })],
  [
    'of somebody with a passing name',
    () => ({ nameFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' }),
    'passing_name',
  ],
  ['of a failure', () => ({ status: 'Responder' }), 'denied'],
];
test.each(said)('a signed assertion %s lets nobody in', async (_what, over, why = 'answer') => {
  expect(await refused((right) => signed({ ...right, ...over(right) }, key))).toBe(why);
});

test('two minutes between the clocks are allowed, and no more', async () => {
  const near: Partial<Saying>[] = [
    { notOnOrAfter: before(1), confirmedUntil: before(1) },
    { notBefore: after(1), at: after(1) },
  ];
  for (const over of near) {
    const there = await atProvider(app, 'eve', acme.domain);
    const answer = await answerWith(app, acme.connection, there, signed({ ...there.right, ...over }, key));
    expect(answer.status, answer.text).toBe(204);
  }
});

/** What the attacker would rather have been signed. */
const forged = (right: Saying) =>
  assertionOf({
    ...right,
    id: '_forged',
    nameId: 'boss',
    attributes: { ...right.attributes, displayName: 'Boss' },
  });
const original = (right: Saying) => sign(assertionOf(right), 'Assertion', key);
const signatureOf = (xml: string) => /<ds:Signature .*<\/ds:Signature>/s.exec(xml)![0];
const withoutSignature = (xml: string) => xml.replace(signatureOf(xml), '');
const intoAssertion = (xml: string, inside: string) =>
  xml.replace('</saml:Assertion>', `${inside}</saml:Assertion>`);
const intoSignature = (xml: string, inside: string) =>
  xml.replace('</ds:Signature>', `<ds:Object>${inside}</ds:Object></ds:Signature>`);

const signedWhole = (right: Saying) => sign(signed(right, key), 'Response', key);
const outerSignature = (xml: string) => /<ds:Signature .*?<\/ds:Signature>/s.exec(xml)![0];
/** A forged response with something in front of its status. */
const forgedResponse = (right: Saying, inside: string) =>
  responseOf({ ...right, id: '_outer' }, forged(right)).replace('<samlp:Status>', `${inside}<samlp:Status>`);

const wrapped: [what: string, made: (right: Saying) => string][] = [
  ['the forged one in front', (right) => responseOf(right, forged(right) + original(right))],
  ['the forged one behind', (right) => responseOf(right, original(right) + forged(right))],
  [
    'the forged one around the signed one',
    (right) => responseOf(right, intoAssertion(forged(right), original(right))),
  ],
  [
    'the forged one with the signature, around what was signed',
    (right) => {
      const signature = signatureOf(original(right));
      const inside = withoutSignature(original(right));
      return responseOf(right, forged(right).replace('<saml:Subject>', `${signature}<saml:Subject>`)).replace(
        '</saml:Assertion></samlp:Response>',
        `${inside}</saml:Assertion></samlp:Response>`,
      );
    },
  ],
  [
    'the signed one in an object of the signature that the forged one carries',
    (right) => {
      const holding = intoSignature(signatureOf(original(right)), withoutSignature(original(right)));
      return responseOf(right, forged(right).replace('<saml:Subject>', `${holding}<saml:Subject>`));
    },
  ],
  [
    'the signed one in an extension',
    (right) => responseOf(right, `<samlp:Extensions>${original(right)}</samlp:Extensions>${forged(right)}`),
  ],
  [
    'both under one id',
    (right) => responseOf(right, forged(right).replace('_forged', right.id) + original(right)),
  ],
  [
    'a forged one under the signed one’s id with its signature',
    (right) =>
      responseOf(
        right,
        forged(right)
          .replace('_forged', right.id)
          .replace('<saml:Subject>', `${signatureOf(original(right))}<saml:Subject>`),
      ),
  ],
  [
    'a signed response inside a forged one',
    (right) => {
      const whole = sign(signed(right, key), 'Response', key);
      return responseOf({ ...right, id: '_outer' }, forged(right) + whole);
    },
  ],
  [
    'a signed response in an object of the signature that the forged one carries',
    (right) => {
      const whole = signedWhole(right);
      const signature = outerSignature(whole);
      return forgedResponse(right, intoSignature(signature, whole.replace(signature, '')));
    },
  ],
  [
    'a signed response behind its signature, in a forged one',
    (right) => {
      const whole = signedWhole(right);
      const signature = outerSignature(whole);
      return forgedResponse(right, signature + whole.replace(signature, ''));
    },
  ],
  [
    'the forged one in an extension, under the signed one’s id',
    (right) =>
      signed(right, key).replace(
        '<samlp:Status>',
        `<samlp:Extensions>${forged(right).replace('_forged', right.id)}</samlp:Extensions><samlp:Status>`,
      ),
  ],
  [
    'an assertion of another namespace in front',
    (right) =>
      responseOf(
        right,
        forged(right)
          .replaceAll('saml:', 'x:')
          .replace('xmlns:saml=', 'xmlns:x=')
          .replace('SAML:2.0:assertion', 'SAML:2.0:other') + original(right),
      ),
  ],
];
test.each(wrapped)('a signature wrapped around something else lets nobody in: %s', async (_what, made) => {
  expect(['answer', 'signature']).toContain(await refused(made));
});

const byHmac = (right: Saying) =>
  responseOf(
    right,
    sign(
      assertionOf(right),
      'Assertion',
      { ...key, key: key.certificate },
      { ...sha1, signatureAlgorithm: hmac },
    ),
  );

const tampered: [what: string, why: string, made: (right: Saying) => string][] = [
  ['without a signature', 'signature', (right) => responseOf(right, assertionOf(right))],
  ['with the signature taken away', 'signature', (right) => withoutSignature(signed(right, key))],
  ['signed with another key', 'signature', (right) => signed(right, anothers)],
  [
    'whose envelope alone is signed',
    'signature',
    (right) => sign(responseOf(right, assertionOf(right)), 'Response', key),
  ],
  [
    'in an envelope signed with another key',
    'signature',
    (right) => sign(signed(right, key), 'Response', anothers),
  ],
  [
    'signed with SHA-1',
    'signature',
    (right) => responseOf(right, sign(assertionOf(right), 'Assertion', key, sha1)),
  ],
  [
    'digested with SHA-1',
    'signature',
    (right) =>
      responseOf(
        right,
        sign(assertionOf(right), 'Assertion', key, {
          signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
          digestAlgorithm: sha1.digestAlgorithm,
        }),
      ),
  ],
  [
    'signed by a shared secret, which is our certificate of the provider',
    'signature',
    (right) => byHmac(right),
  ],
  ['changed after it was signed', 'signature', (right) => signed(right, key).replace('Budi', 'Boss')],
  [
    'with a comment in its name',
    'answer',
    (right) =>
      signed({ ...right, nameId: 'boss@acme.example.evil' }, key).replace('.evil<', '<!-- x -->.evil<'),
  ],
  [
    'with a CDATA section in its name',
    'answer',
    (right) => signed(right, key).replace('>id-of-', '><![CDATA[id-of-]]>'),
  ],
  [
    'with a processing instruction in its name',
    'answer',
    (right) => signed(right, key).replace('>id-of-', '>id-<?x?>of-'),
  ],
  [
    'with a document type',
    'answer',
    (right) =>
      `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${signed(right, key).replace('Budi', '&x;')}`,
  ],
  [
    'with a document type of elsewhere',
    'answer',
    (right) => `<!DOCTYPE r SYSTEM "https://evil.example/x.dtd">${signed(right, key)}`,
  ],
  [
    'with entities that multiply',
    'answer',
    (right) => `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${signed(right, key)}`,
  ],
  ['with an entity nobody declared', 'answer', (right) => signed(right, key).replace('Budi', '&boss;')],
  [
    'encrypted',
    'encrypted',
    (right) => responseOf(right, '<saml:EncryptedAssertion>x</saml:EncryptedAssertion>'),
  ],
  [
    'with an encrypted name',
    'encrypted',
    (right) => signed(right, key).replace('<saml:NameID', '<saml:EncryptedID/><saml:NameID'),
  ],
  ['that is missing', 'answer', (right) => responseOf(right, '')],
  ['that is no XML', 'answer', () => 'hello'],
  ['that ends in the middle', 'answer', (right) => signed(right, key).slice(0, -40)],
  ['alone', 'answer', (right) => original(right)],
  ['of another version', 'answer', (right) => signed(right, key).replace('Version="2.0"', 'Version="1.1"')],
  [
    'with attributes without quotes',
    'answer',
    (right) => signed(right, key).replace('Version="2.0"', 'Version=2.0'),
  ],
  [
    'deeper than anybody reads',
    'answer',
    (right) => responseOf(right, '<a>'.repeat(20_000) + '</a>'.repeat(20_000)),
  ],
];
test.each(tampered)('an assertion %s lets nobody in', async (_what, why, made) => {
  expect(await refused(made)).toBe(why);
});

test('an assertion counts once, also in the answer to another request', async () => {
  const first = await atProvider(app, 'eve', acme.domain);
  const xml = signed(first.right, key);
  expect((await answerWith(app, acme.connection, first, xml)).status).toBe(204);
  expect((await answerWith(app, acme.connection, first, xml)).body.code).toBe('sso_over');
  const { right } = first;
  expect(await refused((now) => signed({ ...now, id: right.id }, key))).toBe('answer');
  expect(await refused(() => xml)).toBe('answer');
});

test('an answer counts in the browser that began, and only the first that is posted', async () => {
  const over = { code: 'sso_over' };
  const there = await atProvider(app, 'eve', acme.domain);
  const elsewhere = await atProvider(app, 'eve', acme.domain);
  const xml = signed(there.right, key);
  expect((await answerWith(app, neighbor.connection, there, xml)).body).toMatchObject(over);
  expect((await answerWith(app, acme.connection, { ...there, state: 'unknown' }, xml)).body).toMatchObject(
    over,
  );
  expect(
    (await answerWith(app, acme.connection, { state: there.state, browser: elsewhere.browser }, xml)).body,
  ).toMatchObject(over);
  const again = Buffer.from(xml).toString('base64');
  const kept = await app.stranger.post('/api/sso/answer', {
    connection: acme.connection,
    state: there.state,
    answer: again,
  });
  expect(kept.body).toMatchObject(over);

  // Nobody asked: there is no state that it could belong to.
  const unasked = await app.stranger.post('/api/sso/answer', {
    connection: acme.connection,
    state: 'https://evil.example',
    answer: again,
  });
  expect(unasked.body).toMatchObject(over);

  const late = await atProvider(app, 'eve', acme.domain);
  await app.clock.advance({ minutes: 16 });
  expect((await answerWith(app, acme.connection, late, signed(late.right, key))).body).toMatchObject(over);
});

test('the same name at another organization’s provider is another person, and names nobody elsewhere', async () => {
  const there = await atProvider(app, 'eve', neighbor.domain);
  const saying = { ...there.right, nameId: `id-of-eve@${acme.domain}` };
  expect((await answerWith(app, neighbor.connection, there, signed(saying, key))).status).toBe(204);
  expect((await there.browser.get('/api/session')).body.person.email).toBe(`eve@${neighbor.domain}`);
  const foreign = (right: Saying) =>
    signed({ ...right, nameId: 'new', attributes: { [mail]: `eve@${neighbor.domain}` } }, key);
  expect(await refused(foreign)).toBe('foreign_domain');
});

test('nothing of what was posted, nor of whom it was about, is in the log', () => {
  const told = lines.join('');
  expect(told).toContain('single sign-on was refused');
  for (const secret of ['eve@', 'id-of-', 'Budi', 'boss', 'SAMLResponse', 'PHN', '<saml'])
    expect(told, secret).not.toContain(secret);
});
