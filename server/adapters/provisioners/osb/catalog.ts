import { z } from 'zod';
import type { Plan } from '../../../modules/provisioning/provisioner.ts';

const name = z.string().min(1);
const parameters = z.record(z.string(), z.json());

const plan = z.object({
  id: name,
  name,
  description: z.string(),
  free: z.boolean().default(true),
  bindable: z.boolean().optional(),
  plan_updateable: z.boolean().optional(),
  schemas: z
    .object({
      service_instance: z
        .object({ create: z.object({ parameters: parameters.optional() }).optional() })
        .optional(),
    })
    .optional(),
  maximum_polling_duration: z.int().positive().optional(),
  maintenance_info: z.object({ version: name }).optional(),
});
const service = z.object({
  id: name,
  name,
  description: z.string(),
  bindable: z.boolean(),
  instances_retrievable: z.boolean().default(false),
  plan_updateable: z.boolean().default(false),
  plans: z.array(plan).min(1),
});
const answer = z.object({ services: z.array(service) });
type Service = z.output<typeof service>;

/** What the broker offers under one of our plan ids. */
export interface Offer {
  bindable: boolean;
  planUpdatable: boolean;
  retrievable: boolean;
  maxPollingSeconds: number | undefined;
  maintenanceVersion: string | undefined;
}

export interface Catalog {
  offer(planId: string): Offer | undefined;
  plans(): Plan[];
}

/** Parses the body of `GET /v2/catalog`, or says where it is wrong. */
export function readCatalog(body: unknown): { catalog: Catalog } | { malformed: string } {
  const parsed = answer.safeParse(body);
  if (parsed.success) return { catalog: catalogOf(parsed.data.services) };
  return { malformed: parsed.error.issues.map(({ path }) => path.join('.') || 'no object').join(', ') };
}

function catalogOf(services: readonly Service[]): Catalog {
  const offers = new Map<string, Offer>();
  const plans: Plan[] = [];
  for (const { plans: own, ...of } of services) {
    for (const each of own) {
      const id = planId(of.id, each.id);
      offers.set(id, {
        bindable: each.bindable ?? of.bindable,
        planUpdatable: each.plan_updateable ?? of.plan_updateable,
        retrievable: of.instances_retrievable,
        maxPollingSeconds: each.maximum_polling_duration,
        maintenanceVersion: each.maintenance_info?.version,
      });
      const schema = each.schemas?.service_instance?.create?.parameters;
      plans.push({
        id,
        name: `${of.name} ${each.name}`,
        description: each.description,
        free: each.free,
        ...(schema ? { schema } : {}),
      });
    }
  }
  return { offer: (id) => offers.get(id), plans: () => plans };
}

/** Our plan ids carry both of the broker's, so that an instance can be removed when its plan is no longer in the catalog. */
export function planId(serviceId: string, ownPlanId: string): string {
  return `${encodeURIComponent(serviceId)}/${encodeURIComponent(ownPlanId)}`;
}

/** The broker's ids of a plan. */
export interface Ids {
  service_id: string;
  plan_id: string;
}

/** The ids to send; null when the plan is not one of this adapter's. */
export function brokerIds(plan: string): Ids | null {
  try {
    const [serviceId, ownPlanId, ...rest] = plan.split('/').map(decodeURIComponent);
    return serviceId && ownPlanId && rest.length === 0 ? { service_id: serviceId, plan_id: ownPlanId } : null;
  } catch {
    return null;
  }
}
