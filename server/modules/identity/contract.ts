import { z } from 'zod';
import { memberRoles, staffRoles } from '../../kernel/auth/roles.ts';
import { email, id, idOut, instant, line, pageOf } from '../../kernel/http/shapes.ts';
import { isTimeZone } from '../../kernel/values/dates.ts';
import { problem } from '../../kernel/values/errors.ts';

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
        role: z.enum(memberRoles),
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

export const signedInShape = z
  .object({
    id: idOut,
    current: z.boolean(),
    signedInAt: instant,
    seenAt: instant,
    address: z.string(),
    userAgent: z.string(),
  })
  .meta({ id: 'SignedInDevice' });
export const signedInList = z.object({ items: z.array(signedInShape) });
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
);
export const linkUsedUp = problem(
  'link_used_up',
  410,
  'This link has been used or has expired. Ask for a new one.',
);
export const alreadySetUp = problem('already_set_up', 410, 'This Clientarea has been set up already.');
export const wrongPassword = problem('wrong_password', 422, 'The current password is wrong.');
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
