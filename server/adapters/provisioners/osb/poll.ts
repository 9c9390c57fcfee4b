import type {
  Facts,
  OperationRequest,
  Outcome,
  PendingOperation,
} from '../../../modules/provisioning/provisioner.ts';
import { operationOf, type broker } from './broker.ts';
import { brokerIds, type Ids } from './catalog.ts';
import { withBinding } from './facts.ts';
import { begin, done, readProgress, stay, type Progress, type Said } from './progress.ts';

/** Goes on to another step, or stays when none is given. */
type Next = (step: Partial<Progress>, said?: Said) => Outcome;
type Remove = (request: OperationRequest, ids: Ids, at: Progress) => Promise<Outcome>;

const bindingRefused: Outcome = { state: 'needs_staff', instructions: 'provisioning.osb.binding_refused' };

/** The operations that take more than one answer, step by step. */
export function poller(api: ReturnType<typeof broker>) {
  /** An instance without its credentials is not yet a service. */
  async function afterProvision(request: OperationRequest, at: Progress): Promise<Outcome> {
    if (!at.binds) return done(at.facts);
    const next: Next = (step, said) => begin({ ...at, ...step }, request.now, said);
    return bind(request, brokerIds(at.plan)!, at.facts, next);
  }

  /** What goes wrong here is not a failure of the provision, which would say that nothing was made: it is mended by further steps. */
  async function bind(request: OperationRequest, ids: Ids, facts: Facts, next: Next): Promise<Outcome> {
    const verdict = await api.bind(request, ids);
    if (verdict.is === 'done') return done(withBinding(facts, verdict.body));
    if (verdict.is === 'accepted')
      return next({ step: 'binding', operation: operationOf(verdict.body) }, verdict);
    if (verdict.is === 'unknown') return next({ step: 'release' });
    if (verdict.failure.class === 'permanent') return bindingRefused;
    return next({ step: verdict.failure.class === 'orphan' ? 'release' : 'bind' }, verdict.failure);
  }

  async function release(request: OperationRequest, ids: Ids, next: Next): Promise<Outcome> {
    const verdict = await api.unbind(request, ids);
    if (verdict.is === 'done') return next({ step: 'bind' });
    if (verdict.is === 'accepted')
      return next({ step: 'releasing', operation: operationOf(verdict.body) }, verdict);
    if (verdict.is === 'unknown') return next({ step: 'release' });
    return verdict.failure.class === 'permanent'
      ? bindingRefused
      : next({ step: 'release' }, verdict.failure);
  }

  async function poll(
    request: OperationRequest,
    pending: PendingOperation,
    remove: Remove,
  ): Promise<Outcome> {
    const at = readProgress(pending.token);
    const ids = brokerIds(at.plan)!;
    const next: Next = (step, said) => stay({ ...at, ...step }, request, pending, said);
    const lastOperation = (kind: Parameters<typeof api.lastOperation>[0]) =>
      api.lastOperation(kind, request, ids, at.operation);

    switch (at.step) {
      case 'provisioning': {
        const last = await lastOperation('provision');
        if (last.is === 'done') return afterProvision(request, at);
        return last.is === 'failed' ? last.failure : next({}, last);
      }
      case 'bind':
        return bind(request, ids, at.facts, next);
      case 'binding': {
        const last = await lastOperation('bind');
        if (last.is === 'pending') return next({}, last);
        return last.is === 'done' ? fetchBinding() : next({ step: 'release' });
      }
      case 'fetch':
        return fetchBinding();
      case 'release':
        return release(request, ids, next);
      case 'releasing': {
        const last = await lastOperation('unbind');
        if (last.is === 'pending') return next({}, last);
        return next({ step: last.is === 'done' ? 'bind' : 'release' });
      }
      case 'updating': {
        const last = await lastOperation('update');
        if (last.is === 'done') return done(at.facts);
        return last.is === 'failed' ? last.failure : next({}, last);
      }
      case 'unbinding': {
        const last = await lastOperation('unbind');
        if (last.is === 'done') return remove(request, ids, at);
        return last.is === 'failed' ? last.failure : next({}, last);
      }
      case 'deprovisioning': {
        const last = await lastOperation('deprovision');
        if (last.is === 'done') return done({});
        return last.is === 'failed' ? last.failure : next({}, last);
      }
    }

    async function fetchBinding(): Promise<Outcome> {
      const body = await api.fetchBinding(request, ids);
      return body ? done(withBinding(at.facts, body)) : next({ step: 'fetch' });
    }
  }

  return { poll, afterProvision };
}
