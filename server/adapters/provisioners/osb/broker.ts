import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { JsonObject, OperationRequest } from '../../../modules/provisioning/provisioner.ts';
import type { Ids, Offer } from './catalog.ts';
import { platform, type Reply, type Send } from './client.ts';
import { judge, judgeLastOperation, type LastOperation, type Verdict } from './verdict.ts';

const url = z.string().nullish();
const metadata = z
  .object({ attributes: z.record(z.string(), z.string()).optional() })
  .nullish()
  .catch(null);
const made = z.object({ dashboard_url: url, metadata });
const accepted = made.extend({ operation: z.string().max(10_000).nullish() });
const gone = z.object({});
const endpoint = z.object({ host: z.string(), ports: z.array(z.string()) });
const bound = z.object({
  credentials: z.record(z.string(), z.json()).nullish(),
  endpoints: z.array(endpoint).nullish().catch(null),
});
export type Accepted = z.output<typeof accepted>;
export type Made = z.output<typeof made>;
export type Bound = z.output<typeof bound>;

const incomplete = { accepts_incomplete: 'true' };

/** The requests of the API, each with its judgement. Every instance has at most one binding, under an id that follows from its own. */
export function broker(send: Send) {
  const instance = ({ instance: { id } }: OperationRequest) => ['service_instances', id];
  const binding = (request: OperationRequest) => [
    ...instance(request),
    'service_bindings',
    `${request.instance.id}-binding`,
  ];

  return {
    async provision(request: OperationRequest, ids: Ids, offer: Offer): Promise<Verdict<Made, Accepted>> {
      const { organizationId, parameters } = request.instance;
      const body = {
        ...ids,
        context: context(request),
        organization_guid: organizationId,
        space_guid: organizationId,
        ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
        ...maintenance(offer),
      };
      const reply = await send({ method: 'PUT', path: instance(request), query: incomplete, body }, request);
      return judge('provision', reply, { done: made, accepted });
    },

    /** The plan is sent when it changes, parameters when they do; what is as it should be is sent again whole. */
    async update(
      request: OperationRequest,
      ids: Ids,
      previousIds: Ids,
      offer: Offer | undefined,
    ): Promise<Verdict<Made, Accepted>> {
      const { parameters } = request.instance;
      const samePlan = ids.plan_id === previousIds.plan_id;
      const sameParameters = isDeepStrictEqual(request.previous?.parameters, parameters);
      const body = {
        service_id: ids.service_id,
        ...(samePlan ? {} : { plan_id: ids.plan_id, ...maintenance(offer) }),
        ...(sameParameters && !samePlan ? {} : { parameters }),
        previous_values: { plan_id: previousIds.plan_id },
        context: context(request),
      };
      return patch(request, body);
    },

    async setParameters(
      request: OperationRequest,
      ids: Ids,
      parameters: JsonObject,
    ): Promise<Verdict<Made, Accepted>> {
      return patch(request, { service_id: ids.service_id, parameters, context: context(request) });
    },

    async deprovision(request: OperationRequest, ids: Ids): Promise<Verdict<object, Accepted>> {
      const reply = await send(
        { method: 'DELETE', path: instance(request), query: { ...ids, ...incomplete } },
        request,
      );
      return judge('deprovision', reply, { done: gone, accepted });
    },

    async bind(request: OperationRequest, ids: Ids): Promise<Verdict<Bound, Accepted>> {
      const body = { ...ids, context: context(request) };
      const reply = await send({ method: 'PUT', path: binding(request), query: incomplete, body }, request);
      return judge('bind', reply, { done: bound, accepted });
    },

    async unbind(request: OperationRequest, ids: Ids): Promise<Verdict<object, Accepted>> {
      const reply = await send(
        { method: 'DELETE', path: binding(request), query: { ...ids, ...incomplete } },
        request,
      );
      return judge('unbind', reply, { done: gone, accepted });
    },

    /** The credentials of a binding that was made asynchronously; null while the broker does not give them. */
    async fetchBinding(request: OperationRequest, ids: Ids): Promise<Bound | null> {
      const reply = await send({ method: 'GET', path: binding(request), query: { ...ids } }, request);
      return (
        (reply.result === 'answered' && reply.status === 200 && bound.safeParse(reply.body).data) || null
      );
    },

    fetchInstance(request: OperationRequest, ids: Ids): Promise<Reply> {
      return send({ method: 'GET', path: instance(request), query: { ...ids } }, request);
    },

    async lastOperation(
      kind: 'provision' | 'update' | 'deprovision' | 'bind' | 'unbind',
      request: OperationRequest,
      ids: Ids,
      operation: string | undefined,
    ): Promise<LastOperation> {
      const of = kind === 'bind' || kind === 'unbind' ? binding(request) : instance(request);
      const query = { ...ids, operation };
      return judgeLastOperation(
        kind,
        await send({ method: 'GET', path: [...of, 'last_operation'], query }, request),
      );
    },
  };

  async function patch(request: OperationRequest, body: object): Promise<Verdict<Made, Accepted>> {
    const reply = await send({ method: 'PATCH', path: instance(request), query: incomplete, body }, request);
    return judge('update', reply, { done: made, accepted });
  }
}

function context({ instance }: OperationRequest) {
  return { platform, organization_id: instance.organizationId };
}

function maintenance(offer: Offer | undefined) {
  return offer?.maintenanceVersion === undefined
    ? {}
    : { maintenance_info: { version: offer.maintenanceVersion } };
}

/** The identifier to poll with, if the broker gave one. */
export function operationOf({ operation }: Accepted): string | undefined {
  return operation || undefined;
}
