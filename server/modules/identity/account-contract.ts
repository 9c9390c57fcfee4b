import { z } from 'zod';
import { staffRoles } from '../../kernel/auth/roles.ts';
import { id, idOut, pageOf, pageQuery } from '../../kernel/http/shapes.ts';
import { signInShape, signedInShape } from './contract.ts';

/** Somebody as staff look after their access. */
export const accountShape = z
  .object({
    id: idOut,
    name: z.string(),
    email: z.string(),
    staffRoles: z.array(z.enum(staffRoles)),
    /** The account is shut. */
    disabled: z.boolean(),
  })
  .meta({ id: 'Account' });
export type Account = z.output<typeof accountShape>;
export const accountSessions = z.object({ items: z.array(signedInShape) });
export const accountSessionParams = z.object({ person: id('person'), session: id('session') });

export const loggedSignIn = signInShape
  .extend({
    /** Null where nobody has the address that was typed. */
    person: z.object({ id: idOut, name: z.string(), email: z.string() }).nullable(),
  })
  .meta({ id: 'LoggedSignIn' });
export const loggedSignIns = pageOf(loggedSignIn);
export type LoggedSignIn = z.output<typeof loggedSignIn>;

export const signInQuery = z.object({
  ...pageQuery,
  outcome: z.enum(['opened', 'refused', 'unusual']).optional(),
  /** Of the staff, or of everybody else. */
  people: z.enum(['staff', 'clients']).optional(),
  /** Part of a name or address, or a network address. */
  q: z.string().trim().min(1).max(100).optional(),
});
export type SignInQuery = z.output<typeof signInQuery>;
