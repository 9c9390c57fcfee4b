import { z } from 'zod';
import { memberRoles } from '../../kernel/auth/roles.ts';
import { email, id, idOut, instant, line } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { stepDue } from '../identity/index.ts';
import { failures } from './domain/failures.ts';
import { readCertificate } from './saml/certificates.ts';

export const organizationParams = z.object({ organization: id('organization') });
const mode = z.enum(['off', 'offered', 'required']);
export type Mode = z.output<typeof mode>;

/** Owners are made by owners, never by a provider. */
const givenRole = z.union([z.enum(memberRoles).exclude(['owner']), id('role')]);
const address = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((text) => !URL.canParse(text) || (new URL(text).username === '' && new URL(text).hash === ''), {
    message: 'an address without a password or a fragment',
  });

const common = {
  joinsAs: givenRole.nullable(),
  groupsClaim: line(200).nullable(),
  groupRoles: z.array(z.object({ group: line(200), role: givenRole })).max(50),
  secondStepValues: z.array(line(200)).max(20),
  sessionHours: z.int().min(1).max(336),
};
export const oidcBody = z.object({
  kind: z.literal('oidc'),
  issuer: address,
  clientId: line(300),
  /** Left out: it stays as it is. */
  secret: line(500).optional(),
  trustsUnsaidMail: z.boolean(),
  ...common,
});
const certificate = z
  .string()
  .max(10_000)
  .refine((text) => readCertificate(text) !== null, {
    message: 'a certificate with an RSA key of 2048 bits or more, as PEM or base64',
  });
export const samlBody = z.object({
  kind: z.literal('saml'),
  /** Its entity id. */
  issuer: line(500),
  signInUrl: address,
  /** Two while one takes over from the other. */
  certificates: z.array(certificate).min(1).max(2),
  /** Null: the name ID is the address. */
  mailAttribute: line(200).nullable(),
  nameAttribute: line(200).nullable(),
  /** SAML cannot say that an address was verified: whoever connects says that people do not choose theirs. */
  trustsUnsaidMail: z.literal(true),
  ...common,
});
export const connectionBody = z.discriminatedUnion('kind', [oidcBody, samlBody]);
export type ConnectionBody = z.output<typeof connectionBody>;

export const connectionShape = z
  .object({
    id: idOut,
    kind: z.enum(['oidc', 'saml']),
    mode,
    issuer: z.string(),
    clientId: z.string().nullable(),
    hasSecret: z.boolean(),
    signInUrl: z.string().nullable(),
    certificates: z.array(z.string()),
    mailAttribute: z.string().nullable(),
    nameAttribute: z.string().nullable(),
    joinsAs: z.string().nullable(),
    groupsClaim: z.string().nullable(),
    groupRoles: z.array(z.object({ group: z.string(), role: z.string() })),
    secondStepValues: z.array(z.string()),
    trustsUnsaidMail: z.boolean(),
    sessionHours: z.int(),
    workedAt: instant.nullable(),
    failed: z.object({ at: instant, why: z.enum(failures) }).nullable(),
    version: z.int(),
  })
  .meta({ id: 'SsoConnection' });
export type Connection = z.output<typeof connectionShape>;

/** What has to be entered at the provider, which wants it before there is anything to save here. */
const ours = z.object({
  redirectUri: z.string(),
  /** OpenID Connect. */
  logoutUri: z.string(),
  /** SAML: what we are called, and where that can be read. */
  metadataUri: z.string(),
  signInUri: z.string(),
});
export const ssoShape = z
  .object({
    connection: connectionShape.nullable(),
    ours,
    domains: z.array(z.string()),
    version: z.int(),
  })
  .meta({ id: 'Sso' });
export type Sso = z.output<typeof ssoShape>;
export const modeBody = z.object({ mode });

export const metadataBody = z.object({ xml: z.string().max(500_000) });
/** What a provider's metadata says, for the form. */
export const describedShape = z.object({
  issuer: z.string(),
  signInUrl: z.string(),
  certificates: z.array(z.string()),
});
export type Described = z.output<typeof describedShape>;

export const checkShape = z.object({
  checks: z.array(
    z.object({
      what: z.enum([
        'reached',
        'issuer',
        'https',
        'code',
        'pkce',
        'keys',
        'signing',
        'logout',
        'certificate',
      ]),
      outcome: z.enum(['good', 'bad', 'note']),
      /** What the other side said, or was asked. */
      detail: z.string(),
    }),
  ),
});
export type SsoCheck = z.output<typeof checkShape>;

export const wayBody = z.object({ email });
/** About the domain of the address alone: whether somebody has it changes nothing. */
export const wayShape = z.object({ elsewhere: z.enum(['offered', 'required']).nullable() });
export const begunShape = z.object({ url: z.string() });
export const returnBody = z.object({
  connection: id('connection'),
  /** Everything behind the `?` of the address to which the provider sent the browser. */
  query: z.string().max(8000),
});
/** As every sign-in answers, or that a session has a fresh proof. */
export const returnAnswer = z.union([stepDue, z.object({ proven: z.literal(true) })]).optional();
export type ReturnAnswer = z.output<typeof returnAnswer>;
/** What a provider by SAML made the browser post. */
export const answerBody = z.object({
  connection: id('connection'),
  state: z.string().min(1).max(200),
  answer: z.string().min(1).max(250_000),
});
export const connectionParams = z.object({ connection: id('connection') });
export const logoutTaken = z.object({ ended: z.literal(true) });

export const noSso = problem('no_sso', 404, 'This domain has no single sign-on.');
export const ssoOver = problem(
  'sso_over',
  410,
  'This sign-in took too long or was begun elsewhere. Begin again.',
);
export const ssoFailed = problem('sso_failed', 422, 'The provider’s answer does not let anybody in.');
export const providerSilent = problem(
  'provider_silent',
  502,
  'The identity provider does not answer as it should.',
);
export const noDomain = problem('no_verified_domain', 409, 'Verify a mail domain first.');
export const neverWorked = problem(
  'never_worked',
  409,
  'Somebody has to sign in through it once before everybody has to.',
);
export const secretMissing = problem('secret_missing', 422, 'The provider is asked with a secret.');
export const wrongMetadata = problem(
  'wrong_metadata',
  422,
  'This metadata does not describe a provider we can use.',
);
export const wrongToken = problem('wrong_token', 400, 'This logout token does not hold.');
