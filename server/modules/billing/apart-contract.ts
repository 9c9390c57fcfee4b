import { z } from 'zod';
import { id } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';

/** Those that are to leave the invoice. */
export const apartBody = z.strictObject({ services: z.array(id('service')).min(1).max(200) });

export const notApart = problem(
  'not_apart',
  409,
  'Only some of several renewals that are due and not paid in part can be billed by themselves.',
);
