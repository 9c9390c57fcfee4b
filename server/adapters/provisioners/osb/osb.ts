import { Problem } from '../../../kernel/values/errors.ts';
import type { Json } from '../../../kernel/values/json.ts';
import {
  failed,
  vendorUnavailable,
  type OperationRequest,
  type Outcome,
  type Provisioner,
  type ProvisionerDriver,
} from '../../../modules/provisioning/provisioner.ts';
import { broker, operationOf, type Accepted, type Made } from './broker.ts';
import { brokerIds, type Ids, type Offer } from './catalog.ts';
import { catalogReader, unknownPlan } from './catalog-reader.ts';
import { brokerClient } from './client.ts';
import { configuration, type OsbConfiguration } from './configuration.ts';
import { factsOf } from './facts.ts';
import { sightingOf } from './observe.ts';
import { poller } from './poll.ts';
import { begin, done, type Progress } from './progress.ts';
import type { Verdict } from './verdict.ts';

/**
 * Any broker that speaks the Open Service Broker API 2.17. Plans are those of its catalog. Credentials come by one binding per instance,
 * made after it and removed before it. A broker has no verb to suspend: a parameter does it, where one is configured.
 */
export const osb: ProvisionerDriver<OsbConfiguration> = {
  name: 'osb',
  label: { id: 'Open Service Broker', en: 'Open Service Broker' },
  configuration,
  secretFields: ['password'],
  connect(settings, world) {
    const { suspension } = settings;
    const send = brokerClient(settings, world);
    const catalog = catalogReader(send);
    const api = broker(send);
    const { poll, afterProvision } = poller(api);

    const provisioner: Provisioner = {
      async provision(request) {
        const { instance, now } = request;
        const ids = brokerIds(instance.plan);
        if (!ids) return unknownPlan(instance.plan);
        const found = await catalog.require(instance.plan, now);
        if ('failure' in found) return found.failure;
        const verdict = await api.provision(request, ids, found.offer);
        if (verdict.is !== 'done' && verdict.is !== 'accepted') return end(verdict);
        const facts = factsOf(instance, verdict.body);
        const at: Progress = { ...progress('provisioning', instance.plan, found.offer), facts };
        return verdict.is === 'done' ? afterProvision(request, at) : waitFor(at, request, verdict);
      },

      async update(request) {
        const { instance, previous = instance, now } = request;
        const ids = brokerIds(instance.plan);
        const before = brokerIds(previous.plan);
        if (!ids || !before) return unknownPlan(ids ? previous.plan : instance.plan);
        if (ids.service_id !== before.service_id) {
          return failed('permanent', 'other_service', 'an instance cannot become one of another service');
        }
        if (ids.plan_id !== before.plan_id) {
          const found = await catalog.require(instance.plan, now);
          if ('failure' in found) return found.failure;
          const left = await catalog.look(previous.plan, now);
          if (!left?.planUpdatable)
            return failed('permanent', 'plan_fixed', `nothing may change from ${previous.plan}`);
        }
        const offer = await catalog.look(instance.plan, now);
        const verdict = await api.update(request, ids, before, offer);
        return updated(verdict, request, progress('updating', previous.plan, offer));
      },

      async deprovision(request) {
        const { instance, now } = request;
        const ids = brokerIds(instance.plan);
        if (!ids) return unknownPlan(instance.plan);
        const at = progress('unbinding', instance.plan, await catalog.look(instance.plan, now));
        if (!at.binds) return remove(request, ids, at);
        const verdict = await api.unbind(request, ids);
        if (verdict.is === 'done') return remove(request, ids, at);
        return verdict.is === 'accepted' ? waitFor(at, request, verdict) : end(verdict);
      },

      poll: (request, pending) => poll(request, pending, remove),

      async observe(instance, now) {
        const ids = brokerIds(instance.plan);
        const offer = await catalog.look(instance.plan, now);
        if (!ids || !offer?.retrievable) return { existence: 'unknown' };
        const by = { key: `look-${instance.id}-${now.getTime()}`, attempt: 1, instance, actorId: null, now };
        return sightingOf(await api.fetchInstance(by, ids), instance, suspension);
      },

      async catalog(now) {
        const read = await catalog.current(now);
        if ('failure' in read) throw new Problem(vendorUnavailable, { detail: read.failure.message });
        return read.catalog.plans();
      },
    };
    if (!suspension) return provisioner;
    return { ...provisioner, suspend: setTo(suspension.suspended), resume: setTo(suspension.running) };

    function setTo(value: Json) {
      return async (request: OperationRequest): Promise<Outcome> => {
        const { plan } = request.instance;
        const ids = brokerIds(plan);
        if (!ids) return unknownPlan(plan);
        const verdict = await api.setParameters(request, ids, { [suspension!.parameter]: value });
        return updated(verdict, request, progress('updating', plan, await catalog.look(plan, request.now)));
      };
    }

    function updated(verdict: Verdict<Made, Accepted>, request: OperationRequest, at: Progress): Outcome {
      if (verdict.is !== 'done' && verdict.is !== 'accepted') return end(verdict);
      const { remoteId: _, ...facts } = factsOf(request.instance, verdict.body);
      return verdict.is === 'done' ? done(facts) : waitFor({ ...at, facts }, request, verdict);
    }

    async function remove(request: OperationRequest, ids: Ids, at: Progress): Promise<Outcome> {
      const verdict = await api.deprovision(request, ids);
      if (verdict.is === 'done') return done({});
      return verdict.is === 'accepted'
        ? waitFor({ ...at, step: 'deprovisioning' }, request, verdict)
        : end(verdict);
    }

    function progress(step: Progress['step'], plan: string, offer: Offer | undefined): Progress {
      return {
        step,
        plan,
        binds: settings.credentials && (offer?.bindable ?? true),
        patienceSeconds: offer?.maxPollingSeconds ?? settings.patienceSeconds,
        facts: {},
      };
    }

    function end(verdict: Extract<Verdict<never, never>, { is: 'failed' | 'unknown' }>): Outcome {
      if (verdict.is === 'unknown') return { ...verdict.doubt, state: 'unknown', pending: null };
      if (verdict.failure.code === 'maintenance_info_conflict') catalog.expire();
      return verdict.failure;
    }
  },
};

function waitFor(
  at: Progress,
  { now }: OperationRequest,
  accepted: { body: Accepted; retryAfterSeconds: number | undefined },
): Outcome {
  return begin({ ...at, operation: operationOf(accepted.body) }, now, accepted);
}
