import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../kernel/values/errors.ts';
import { later } from '../../modules/provisioning/domain/backoff.ts';
import type { OperationKind } from '../../modules/provisioning/domain/states.ts';
import {
  abilitiesOf,
  parseConfiguration,
  type Facts,
  type Instance,
  type JsonObject,
  type OperationRequest,
  type Outcome,
  type Pending,
  type Provisioner,
  type ProvisionerDriver,
} from '../../modules/provisioning/provisioner.ts';

/** An adapter with its double, made new for each test. */
export interface Subject {
  driver: ProvisionerDriver;
  configuration: JsonObject;
  /** Configurations with something wrong, and the fields to be named. */
  garbage: readonly (readonly [configuration: unknown, fields: readonly string[]])[];
  /** The optional verbs it is expected to have. */
  able: readonly (OperationKind | 'observe' | 'catalog')[];
  wanted: Pick<Instance, 'plan' | 'parameters'>;
  changed: Pick<Instance, 'plan' | 'parameters'>;
  /** How many instances the double has, when it can tell. */
  count?: () => number;
  /** Ends the double and checks that nothing it complained of happened. */
  end?: () => Promise<void> | void;
}

export const suiteTime = new Date('2026-11-23T05:00:00Z');
const instanceId = '0193d9a0-1111-7000-8000-000000000001';

export function requestFor(
  instance: Partial<Instance>,
  more: Partial<OperationRequest> = {},
): OperationRequest {
  return {
    key: '0193d9a0-2222-7000-8000-000000000001',
    attempt: 1,
    instance: {
      id: instanceId,
      organizationId: '0193d9a0-3333-7000-8000-000000000001',
      remoteId: null,
      plan: '',
      parameters: {},
      ...instance,
    },
    actorId: null,
    now: suiteTime,
    ...more,
  };
}

/** Polls until there is an end; what staff is asked for counts as done. */
export async function follow(
  provisioner: Provisioner,
  request: OperationRequest,
  first: Outcome,
): Promise<Outcome> {
  let outcome = first;
  let now = request.now;
  for (let polls = 0; polls < 100; polls += 1) {
    const pending: Pending | null =
      outcome.state === 'accepted' ? outcome : outcome.state === 'unknown' ? outcome.pending : null;
    if (outcome.state === 'needs_staff') return { state: 'done', facts: {} };
    if (!pending) return outcome;
    expect(pending.token.length).toBeLessThanOrEqual(12_000);
    expect(pending.deadline > now).toBe(true);
    expect(pending.pollAfterSeconds).toBeGreaterThanOrEqual(0);
    now = later(now, pending.pollAfterSeconds);
    outcome = await provisioner.poll!({ ...request, now }, { ...pending, since: request.now });
  }
  throw new Error(`no end after 100 polls: ${JSON.stringify(outcome)}`);
}

/** What every provisioner promises, whatever its vendor. */
export function provisionerSuite(name: string, start: () => Promise<Subject> | Subject): void {
  describe(`the provisioner ${name}`, () => {
    let subject: Subject;
    let provisioner: Provisioner;
    let operations = 0;

    beforeEach(async () => {
      subject = await start();
      provisioner = connect(subject, fetch);
      operations = 0;
    });
    afterEach(() => subject.end?.());

    /** Does one operation to its end; each call is an operation of its own. */
    async function done(
      kind: OperationKind,
      instance: Partial<Instance> = {},
      more: Partial<OperationRequest> = {},
    ): Promise<Facts> {
      operations += 1;
      const key = `0193d9a0-2222-7000-8000-${String(operations).padStart(12, '0')}`;
      const request = requestFor({ ...subject.wanted, ...instance }, { key, ...more });
      const outcome = await follow(provisioner, request, await provisioner[kind]!(request));
      if (outcome.state !== 'done') throw new Error(`${kind} ended as ${JSON.stringify(outcome)}`);
      return outcome.facts;
    }

    it('refuses garbage by the names of its fields, and repeats no values', () => {
      for (const [configuration, fields] of subject.garbage) {
        const refusal = refusalOf(() => parseConfiguration(subject.driver, configuration));
        expect(refusal.kind.code).toBe('invalid_input');
        expect([...new Set(refusal.fields.map(({ path }) => path))].sort()).toEqual([...fields].sort());
        for (const value of secretsOf(subject, configuration))
          expect(JSON.stringify(refusal.fields)).not.toContain(value);
      }
      const unknownField = refusalOf(() =>
        parseConfiguration(subject.driver, { ...subject.configuration, hello: 1 }),
      );
      expect(unknownField.fields.map(({ path }) => path)).toEqual(['hello']);
    });

    it('has the verbs it says, suspend and resume as a pair', () => {
      const verbs = Object.entries(abilitiesOf(provisioner))
        .filter(([, able]) => able)
        .map(([verb]) => verb);
      expect(verbs.sort()).toEqual(['provision', 'deprovision', ...subject.able].sort());
      expect(!!provisioner.suspend).toBe(!!provisioner.resume);
    });

    it('provisions once, however often it is told', async () => {
      const request = requestFor(subject.wanted);
      const first = await follow(provisioner, request, await provisioner.provision(request));
      const repeated = { ...request, attempt: 2, now: later(request.now, 60) };
      expect(await follow(provisioner, repeated, await provisioner.provision(repeated))).toEqual(first);
      expect(subject.count?.() ?? 1).toBe(1);
    });

    it('goes through a whole life', async () => {
      const facts = await done('provision');
      const remoteId = facts.remoteId ?? null;
      let has = subject.wanted;
      if (provisioner.update) {
        await done('update', { ...subject.changed, remoteId }, { previous: has });
        has = subject.changed;
      }
      if (provisioner.suspend) {
        await done('suspend', { ...has, remoteId });
        await done('suspend', { ...has, remoteId });
        await done('resume', { ...has, remoteId });
        await done('resume', { ...has, remoteId });
      }
      if (provisioner.observe) {
        const sighting = await provisioner.observe(requestFor({ ...has, remoteId }).instance, suiteTime);
        expect(sighting).toMatchObject({ existence: 'present', plan: has.plan });
      }
      expect(subject.count?.() ?? 1).toBe(1);
      await done('deprovision', { ...has, remoteId });
      expect(subject.count?.() ?? 0).toBe(0);
    });

    it('can end a suspended service', async () => {
      const remoteId = (await done('provision')).remoteId ?? null;
      if (provisioner.suspend) await done('suspend', { remoteId });
      await done('deprovision', { remoteId });
      expect(subject.count?.() ?? 0).toBe(0);
    });

    it('takes the removal of what is not there for done', async () => {
      await done('deprovision');
      await done('provision');
      await done('deprovision');
      await done('deprovision');
    });

    it('tells credentials and public facts apart', async () => {
      const { credentials = {}, shown = {}, dashboardUrl } = await done('provision');
      const open = JSON.stringify([shown, dashboardUrl ?? '']);
      for (const secret of strings(credentials).filter((text) => text.length >= 16))
        expect(open).not.toContain(secret);
      if (dashboardUrl) expect(dashboardUrl).toMatch(/^https?:\/\//);
    });

    it.each([
      ['refuses connections', 'ECONNREFUSED'],
      ['breaks connections', 'ECONNRESET'],
    ])('answers, and promises nothing, when the vendor %s', async (_, code) => {
      let calls = 0;
      const broken = connect(subject, async () => {
        calls += 1;
        throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
      });
      for (const kind of ['provision', 'update', 'suspend', 'resume', 'deprovision'] as const) {
        calls = 0;
        const outcome = await broken[kind]?.(requestFor(subject.wanted, { previous: subject.changed }));
        if (!outcome || calls === 0) continue;
        expect(['failed', 'unknown']).toContain(outcome.state);
        if (outcome.state === 'failed') {
          expect(outcome.class).not.toBe('permanent');
          expect(outcome.message).not.toBe('');
          if (code === 'ECONNREFUSED') expect(outcome.class).toBe('retry');
          if (kind !== 'provision') expect(outcome.class).not.toBe('orphan');
        }
        for (const secret of secretsOf(subject, subject.configuration))
          expect(JSON.stringify(outcome)).not.toContain(secret);
      }
      if (!broken.catalog || calls === 0) return;
      expect((await broken.catalog(suiteTime).catch((error: Problem) => error.kind.code)) as unknown).toBe(
        'vendor_unavailable',
      );
    });

    it('offers plans that can be bought', async () => {
      const plans = (await provisioner.catalog?.(suiteTime)) ?? [];
      const ids = plans.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      if (provisioner.catalog)
        expect(ids).toEqual(expect.arrayContaining([subject.wanted.plan, subject.changed.plan]));
    });
  });
}

function connect({ driver, configuration }: Subject, send: typeof fetch): Provisioner {
  return driver.connect(parseConfiguration(driver, configuration), { fetch: send });
}

function refusalOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

function secretsOf({ driver }: Subject, configuration: unknown): string[] {
  if (typeof configuration !== 'object' || configuration === null) return [];
  const fields = configuration as Record<string, unknown>;
  return driver.secretFields
    .map((field) => fields[field])
    .filter((value) => typeof value === 'string' && value !== '') as string[];
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
