import { z } from 'zod';
import { staffRoles } from '../../kernel/auth/roles.ts';
import { defineSetting } from '../../kernel/settings.ts';
import { longest } from './domain/session-life.ts';

/** The staff roles that have to take a second step to sign in; empty: it is urged and nobody has to. */
export const secondStep = defineSetting({
  key: 'identity.second-step',
  schema: z.object({ staffRoles: z.array(z.enum(staffRoles)).max(staffRoles.length) }),
  default: { staffRoles: [] },
});

/**
 * Bounds of codes by text, since every text costs money and there are people who earn by causing them: the countries whose numbers
 * may be added (calling codes), and how many codes for new numbers are sent within a day, all people together.
 */
export const texting = defineSetting({
  key: 'identity.texting',
  schema: z.object({
    countryCodes: z.array(z.string().regex(/^[1-9]\d{0,2}$/)).max(250),
    newNumbersPerDay: z.int().min(0).max(100_000),
  }),
  default: { countryCodes: ['62'], newNumbersPerDay: 200 },
});

/** How long a recovery waits, in hours, for the person to stop it. */
export const recoveryDelay = defineSetting({
  key: 'identity.recovery',
  schema: z.object({ delayHours: z.int().min(0).max(168) }),
  default: { delayHours: 24 },
});

export const idleMinutes = z.int().min(15).max(longest.idleMinutes);
export const hours = z.int().min(1).max(longest.hours);
/** `rememberDays`: how long a device takes no second step when its owner says so; 0: it always does. */
const limits = z.object({ idleMinutes, hours, rememberDays: z.int().min(0).max(90) });

/** How long people stay signed in: those with a role on the staff, and everybody else. */
export const sessionLimits = defineSetting({
  key: 'identity.session-limits',
  schema: z.object({ staff: limits, clients: limits }),
  default: {
    staff: { idleMinutes: 8 * 60, hours: 24, rememberDays: 0 },
    clients: { idleMinutes: 7 * 1440, hours: 30 * 24, rememberDays: 30 },
  },
});
