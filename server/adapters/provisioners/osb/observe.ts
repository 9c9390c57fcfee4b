import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Instance, Sighting } from '../../../modules/provisioning/provisioner.ts';
import { planId } from './catalog.ts';
import type { Reply } from './client.ts';
import type { OsbConfiguration } from './configuration.ts';
import { factsOf } from './facts.ts';

const fetched = z.object({
  service_id: z.string().optional().catch(undefined),
  plan_id: z.string().optional().catch(undefined),
  dashboard_url: z.string().nullish().catch(null),
  parameters: z.record(z.string(), z.json()).catch({}),
});

/** What the answer to fetching an instance shows. */
export function sightingOf(
  reply: Reply,
  instance: Instance,
  suspension: OsbConfiguration['suspension'],
): Sighting {
  if (reply.result === 'answered' && reply.status === 404) return { existence: 'absent' };
  const body =
    reply.result === 'answered' && reply.status === 200 ? fetched.safeParse(reply.body).data : null;
  if (!body) return { existence: 'unknown' };
  const { service_id: serviceId, plan_id: ownPlanId, parameters } = body;
  const value = suspension && parameters[suspension.parameter];
  return {
    existence: 'present',
    ...(serviceId && ownPlanId ? { plan: planId(serviceId, ownPlanId) } : {}),
    ...(value === undefined ? {} : { suspended: isDeepStrictEqual(value, suspension!.suspended) }),
    facts: factsOf(instance, body),
  };
}
