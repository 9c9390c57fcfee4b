import type { Status } from '../../../../server/modules/services/contract.ts';

/** What a list of services can be narrowed to; without any it shows all that have not ended. */
export const statuses = [
  'active',
  'pending',
  'suspended',
  'past_due',
  'paused',
  'canceling',
  'ended',
] as const satisfies readonly Status[];
