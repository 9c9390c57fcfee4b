import { z } from 'zod';
import { methods } from '../../kernel/auth/methods.ts';
import { memberRoles, staffRoles } from '../../kernel/auth/roles.ts';
import { textChannels } from '../../kernel/texting.ts';
import { ability, email, id, idOut, instant, line, pageOf, prose } from '../../kernel/http/shapes.ts';
import { isTimeZone } from '../../kernel/values/dates.ts';
import { problem } from '../../kernel/values/errors.ts';
import { readNumber } from './domain/phone-number.ts';
import { stepKinds } from './domain/steps.ts';

export const locale = z.enum(['id', 'en']);
const timeZone = z.string().refine(isTimeZone, { message: 'an IANA time zone, such as Asia/Jakarta' });

/** Long enough not to be guessed; any characters, none required. */
export const password = z.string().min(12).max(256);

const token = z.string().min(20).max(100);

export const personShape = z.object({
  id: idOut,
  name: z.string(),
  email: z.string(),
  locale,
  timeZone: z.string(),
  theme: z.enum(['system', 'light', 'dark']),
  dateStyle: z.enum(['auto', 'iso']),
  tone: z.enum(['short', 'personal']),
});

/** Who is signed in, where they belong and what they may do: all a page needs to draw itself. */
export const sessionShape = z
  .object({
    person: personShape,
    staff: z.object({ roles: z.array(z.enum(staffRoles)), permissions: z.array(z.string()) }).nullable(),
    organizations: z.array(
      z.object({
        id: idOut,
        slug: z.string(),
        name: z.string(),
        role: z.enum([...memberRoles, 'custom']),
        /** The organization above whose member the person is. */
        via: idOut.nullable(),
        /** The one above, where the person belongs to it too. */
        parent: idOut.nullable(),
        permissions: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Session' });
export type SessionShape = z.output<typeof sessionShape>;

export const signUpBody = z.object({ name: line(200), email, locale, timeZone });
export const setUpBody = z.object({ token, name: line(200), email, password, locale, timeZone });
export const mailboxBody = z.object({ email, locale });
export const choosePasswordBody = z.object({ token, password });
export const signInBody = z.object({ email, password: z.string().min(1).max(256) });
/** Answered whether or not the address is known, so that nobody learns who has an account. */
export const mailSent = z.object({ sent: z.literal(true) });

export const profileShape = personShape.extend({ version: z.int() }).meta({ id: 'Profile' });
export const profilePatch = z
  .object({
    name: line(200),
    locale,
    timeZone,
    theme: z.enum(['system', 'light', 'dark']),
    dateStyle: z.enum(['auto', 'iso']),
    tone: z.enum(['short', 'personal']),
  })
  .partial();

/** ISO 3166-1; null when nobody can tell. */
const country = z.string().nullable();

export const signedInShape = z
  .object({
    id: idOut,
    current: z.boolean(),
    signedInAt: instant,
    seenAt: instant,
    address: z.string(),
    country,
    userAgent: z.string(),
  })
  .meta({ id: 'SignedInDevice' });
export const signedInList = z.object({
  items: z.array(signedInShape),
  /** How long one stays signed in: without being here, and in any case. */
  lasts: z.object({ idleMinutes: z.int(), hours: z.int() }),
});
export type SignedInList = z.output<typeof signedInList>;
export const rememberedShape = z
  .object({ id: idOut, current: z.boolean(), userAgent: z.string(), seenAt: instant, until: instant })
  .meta({ id: 'RememberedDevice' });
export const rememberedList = z.object({ items: z.array(rememberedShape) });
export type RememberedDevice = z.output<typeof rememberedShape>;
export const deviceParams = z.object({ device: id('device') });
export const signInShape = z
  .object({
    id: idOut,
    at: instant,
    methods: z.array(z.enum(methods)),
    /** Null: it opened a session. */
    refused: z
      .enum(['wrong_password', 'not_verified', 'disabled', 'wrong_code', 'unknown', 'elsewhere'])
      .nullable(),
    unusual: z.enum(['new_device', 'new_country']).nullable(),
    disowned: z.boolean(),
    address: z.string(),
    country,
    userAgent: z.string(),
  })
  .meta({ id: 'SignIn' });
export const signInPage = pageOf(signInShape);
export type SignInLine = z.output<typeof signInShape>;
export const sessionParams = z.object({ session: id('session') });

export const passwordBody = z.object({ current: z.string().min(1).max(256), password });

export const staffShape = z
  .object({
    id: idOut,
    name: z.string(),
    email: z.string(),
    roles: z.array(z.enum(staffRoles)),
    since: instant,
    version: z.int(),
  })
  .meta({ id: 'StaffMember' });
export const staffPage = pageOf(staffShape);
export const staffParams = z.object({ person: id('person') });
export const staffBody = z.object({
  name: line(200),
  email,
  roles: z.array(z.enum(staffRoles)).min(1),
  locale,
});
export const staffPatch = z.object({ roles: z.array(z.enum(staffRoles)).min(1) });

export const wrongCredentials = problem(
  'wrong_credentials',
  401,
  'The e-mail address or the password is wrong.',
  'guess',
);
export const ssoRequired = problem(
  'sso_required',
  403,
  'People of this mail domain sign in at their organization.',
);
export const linkUsedUp = problem(
  'link_used_up',
  410,
  'This link has been used or has expired. Ask for a new one.',
  'replayed',
);
export const alreadySetUp = problem('already_set_up', 410, 'This Clientarea has been set up already.');
export const wrongPassword = problem('wrong_password', 422, 'The current password is wrong.', 'guess');
export const lastAdministrator = problem('last_administrator', 409, 'Somebody must stay administrator.');
export const alreadyStaff = problem('already_staff', 409, 'This person is on the staff already.');
export const busyHashing = problem(
  'busy',
  503,
  'Too many people are signing in at this moment. Try again in a second.',
);

export type Profile = z.output<typeof profileShape>;
export type SignedInDevice = z.output<typeof signedInShape>;
export type StaffMember = z.output<typeof staffShape>;

/** What one types: digits of an app, a mail or a message, or the letters of a recovery code. Spaces are how people write them down. */
const code = z
  .string()
  .max(60)
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().min(1));

/** A phone by its last digits, and the way to it that its owner prefers. */
const phoneHint = z.object({ ending: z.string(), channel: z.enum(textChannels) });

/** The first step is done: one of `steps` is still missing, and `attempt` is what it completes. */
export const stepDue = z
  .object({
    attempt: z.string(),
    steps: z.array(z.enum(stepKinds)),
    /** Where a code by text goes, if that is among the steps. */
    phone: phoneHint.nullable(),
    expiresAt: instant,
    /** How many days the device may be remembered; 0: it may not. */
    rememberDays: z.int(),
  })
  .meta({ id: 'SecondStepDue' });
/** 204 and the session cookie, or 200 with what is still missing. */
export const signInAnswer = stepDue.optional();
export type StepDue = z.output<typeof stepDue>;

export const typedStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('authenticator'), code }),
  z.object({ kind: z.literal('email_code'), code }),
  z.object({ kind: z.literal('message_code'), code }),
  z.object({ kind: z.literal('recovery_code'), code }),
]);

const bytes = z.string().max(4000);
const signed = z.object({
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.looseObject({}),
});
/** What a passkey signed, as the browser hands it out. */
const assertion = signed.extend({
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
});
/** A new passkey, as the browser hands it out. */
const attestation = signed.extend({
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: z.string().max(20_000),
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});
const passkeyStep = z.object({ kind: z.literal('passkey'), response: assertion });
/** As the browser's own function takes it. */
export const passkeyOptions = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyOptions' });
export const passkeyBody = z.object({ response: assertion });

export const stepBody = z.object({
  attempt: token,
  step: z.discriminatedUnion('kind', [passkeyStep, ...typedStep.options]),
  /** This device takes no second step for a while. */
  remember: z.boolean().default(false),
});
export const attemptBody = z.object({ attempt: token });
const codeWay = z.enum(['email', ...textChannels]);
export type CodeWay = z.output<typeof codeWay>;
export const stepCodeBody = z.object({ attempt: token, by: codeWay.default('email') });
/** By mail where nothing is said. */
export const proofCodeBody = z.object({ by: codeWay }).nullish();

const passwordProof = z.object({ kind: z.literal('password'), password: z.string().min(1).max(256) });
export const proofBody = z.discriminatedUnion('kind', [passwordProof, passkeyStep, ...typedStep.options]);
/** The best first. */
export const proofsShape = z
  .object({ methods: z.array(z.enum(methods)), phone: phoneHint.nullable() })
  .meta({ id: 'Proofs' });
export type Proofs = z.output<typeof proofsShape>;

/** How codes get to phones here, and how many went to new numbers within a day. */
export const textingShape = z
  .object({
    channels: z.array(z.enum(textChannels)),
    /** False where texts go nowhere and are only read in the console. */
    delivers: z.boolean(),
    newNumbers: z.int(),
  })
  .meta({ id: 'Texting' });
export type Texting = z.output<typeof textingShape>;

const name = line(60);
const factor = z.object({ id: idOut, name: z.string(), addedAt: instant, usedAt: instant.nullable() });

export const factorsShape = z
  .object({
    passkeys: z.array(factor),
    authenticators: z.array(factor),
    mailCodes: z.boolean(),
    phone: phoneHint.extend({ addedAt: instant, usedAt: instant.nullable() }).nullable(),
    /** The ways in which codes can be sent to phones here. */
    texting: z.array(z.enum(textChannels)),
    /** Null until a second step is set up. */
    recoveryCodes: z.object({ left: z.int(), madeAt: instant }).nullable(),
    /** Whether to remind this person to set a second step up. */
    remind: z.boolean(),
    /** Whether the last of them may go: not where a second step is asked of this person. */
    can: z.object({ removeLast: ability }),
  })
  .meta({ id: 'Factors' });
export type Factors = z.output<typeof factorsShape>;
export type Factor = z.output<typeof factor>;

export const newEmailBody = z.object({ email });
export const linkBody = z.object({ token });
export const nameBody = z.object({ name });
export const newPasskeyBody = z.object({ name, response: attestation });
export const factorParams = z.object({ factor: id('factor') });
export const newAuthenticatorShape = z.object({
  id: idOut,
  /** For typing into an app that cannot read the picture. */
  secret: z.string(),
  /** SVG of the QR picture. */
  picture: z.string(),
});
export type NewAuthenticator = z.output<typeof newAuthenticatorShape>;
export const confirmBody = z.object({ code });
/** Shown this once: new recovery codes, where there were none before. */
export const newCodesShape = z.object({ recoveryCodes: z.array(z.string()).nullable() });
export type NewCodes = z.output<typeof newCodesShape>;
export const phoneBody = z.object({
  number: z
    .string()
    .trim()
    .max(40)
    .refine((text) => readNumber(text) !== null, { message: 'a phone number, such as +62 812 3456 7890' })
    .transform((text) => readNumber(text)!),
  channel: z.enum(textChannels),
});
export const mailCodesBody = z.object({ on: z.boolean() });

export const wrongCode = problem('wrong_code', 422, 'This code is not right, or was used already.', 'guess');
export const attemptOver = problem(
  'attempt_over',
  410,
  'This sign-in took too long or had too many wrong codes. Begin again.',
  'replayed',
);
export const wrongPasskey = problem(
  'wrong_passkey',
  422,
  'This passkey does not fit here. Try again.',
  'guess',
);
export const tooManyFactors = problem('too_many_factors', 409, 'Remove one of them first.');
export const noSecondStep = problem('no_second_step', 409, 'Set up a second step first.');
export const lastSecondStep = problem(
  'last_second_step',
  409,
  'A second step is asked of you, and this is your last.',
);
export const textingOff = problem(
  'texting_off',
  409,
  'No codes can be sent to phones this way at the moment.',
);

export const personParams = z.object({ person: id('person') });
export const recoveryBody = z.object({ reason: prose(1000), vouchedBy: line(200) });
const named = z.object({ id: idOut, name: z.string() });
export const recoveryShape = z
  .object({
    id: idOut,
    person: named,
    reason: z.string(),
    /** Who knows the person, and how that was checked. */
    vouchedBy: z.string(),
    beganBy: named,
    beganAt: instant,
    dueAt: instant,
    /** Administrators are let in again only when a second administrator approves. */
    approval: z.enum(['not_needed', 'awaited', 'given']),
    can: z.object({ approve: ability }),
  })
  .meta({ id: 'Recovery' });
export const recoveryPage = pageOf(recoveryShape);
export type Recovery = z.output<typeof recoveryShape>;

/** The recovery of whoever asks, as far as it matters to them. */
export const ownRecoveryShape = z
  .object({ recovery: z.object({ beganAt: instant, dueAt: instant }).nullable() })
  .meta({ id: 'OwnRecovery' });
export type OwnRecovery = z.output<typeof ownRecoveryShape>;

export const ownRecovery = problem('own_recovery', 409, 'Somebody else has to recover your account.');
export const nothingToRecover = problem(
  'nothing_to_recover',
  409,
  'This person has no second step; a new password is enough.',
);
export const recoveryUnderWay = problem(
  'recovery_under_way',
  409,
  'This person is being let in again already.',
);
export const cannotApprove = problem('cannot_approve_recovery', 409, 'You cannot approve this recovery.');
export const recoveryOver = problem(
  'recovery_over',
  410,
  'This recovery was stopped or done already, or the link is not complete.',
);
