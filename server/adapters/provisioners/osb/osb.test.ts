import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { later } from '../../../modules/provisioning/domain/backoff.ts';
import {
  parseConfiguration,
  type Outcome,
  type Provisioner,
} from '../../../modules/provisioning/provisioner.ts';
import { follow, requestFor, suiteTime } from '../suite.ts';
import { osb } from './osb.ts';
import { Broker, login, offering } from './test/broker.ts';

const small = 'mysql%26co/small%2F1';
const large = 'mysql%26co/large';
const fixed = 'mysql%26co/fixed';
const suspension = { parameter: 'suspended', suspended: true, running: false };

describe('an Open Service Broker', () => {
  let broker: Broker;
  let vendor: Provisioner;
  const request = requestFor({ plan: small, parameters: { disk: 10 } });
  const { id } = request.instance;

  beforeEach(async () => {
    broker = new Broker();
    await connect();
  });
  afterEach(() => {
    broker.close();
    expect(broker.violations).toEqual([]);
  });
  async function connect(settings = {}) {
    const url = `${await broker.listen()}/`;
    const configuration = { url, ...login, timeoutSeconds: 1, suspension, ...settings };
    vendor = osb.connect(parseConfiguration(osb, configuration), { fetch });
  }
  const provision = async (more = {}) =>
    follow(vendor, request, await vendor.provision({ ...request, ...more }));

  describe('is told', () => {
    it('everything it may want to know of a provision', async () => {
      await provision({ actorId: 'user-7' });
      const [, put, bind] = broker.calls;
      expect(put).toMatchObject({
        name: 'PUT instance',
        instance: id,
        query: { accepts_incomplete: 'true' },
        body: {
          service_id: 'mysql&co',
          plan_id: 'small/1',
          parameters: { disk: 10 },
          context: { platform: 'clientarea', organization_id: request.instance.organizationId },
          organization_guid: request.instance.organizationId,
          space_guid: request.instance.organizationId,
        },
        headers: { 'x-broker-api-version': '2.17', 'x-broker-api-request-identity': request.key },
      });
      const identity = put!.headers['x-broker-api-originating-identity']!.split(' ');
      expect([identity[0], JSON.parse(Buffer.from(identity[1]!, 'base64').toString())]).toEqual([
        'clientarea',
        { user_id: 'user-7' },
      ]);
      expect(bind).toMatchObject({ name: 'PUT binding', instance: id, binding: `${id}-binding` });
    });

    it('of no person when nobody asked', async () => {
      await provision();
      expect(broker.calls.some(({ headers }) => 'x-broker-api-originating-identity' in headers)).toBe(false);
    });

    it('only what changes', async () => {
      await provision();
      const change = async (plan: string, disk: number) => {
        const to = requestFor(
          { plan, parameters: { disk } },
          { previous: { plan: small, parameters: { disk: 10 } } },
        );
        await vendor.update!(to);
        const { service_id: _, context: __, ...body } = broker.calls.at(-1)!.body!;
        return body;
      };
      const previous = { previous_values: { plan_id: 'small/1' } };
      expect(await change(small, 20)).toEqual({ parameters: { disk: 20 }, ...previous });
      const renewed = { plan_id: 'large', maintenance_info: { version: '1.0.0' } };
      expect(await change(large, 10)).toEqual({ ...renewed, ...previous });
      expect(await change(large, 20)).toEqual({ ...renewed, parameters: { disk: 20 }, ...previous });
      expect(await change(small, 10)).toEqual({ parameters: { disk: 10 }, ...previous });
    });

    it('nothing of a plan change it does not allow', async () => {
      const updates = [
        [fixed, large, 'plan_fixed'],
        [small, 'other/plan', 'other_service'],
        ['nonsense', large, 'unknown_plan'],
        ['mysql%26co/retired', large, 'plan_fixed'],
        [small, 'mysql%26co/retired', 'unknown_plan'],
      ];
      for (const [from, to, code] of updates) {
        const change = requestFor({ plan: to }, { previous: { plan: from!, parameters: {} } });
        expect(await vendor.update!(change)).toMatchObject({ state: 'failed', class: 'permanent', code });
      }
      expect(broker.names()).toEqual([]);
    });

    it('of other parameters even when the plan is no longer on offer', async () => {
      await provision();
      broker.catalog = { services: [{ ...offering, plans: [offering.plans[1]!] }] };
      const more = { previous: request.instance, now: later(suiteTime, 301) };
      const change = requestFor({ plan: small, parameters: { disk: 20 } }, more);
      expect(await vendor.update!(change)).toMatchObject({ state: 'done' });
    });

    it('to suspend by the parameter it has for that', async () => {
      await provision();
      await vendor.suspend!(request);
      expect(broker.calls.at(-1)!.body).toMatchObject({
        service_id: 'mysql&co',
        parameters: { suspended: true },
      });
      expect(broker.calls.at(-1)!.body).not.toHaveProperty('plan_id');
      expect(await vendor.observe!(request.instance, suiteTime)).toMatchObject({
        existence: 'present',
        suspended: true,
      });
      await vendor.resume!(request);
      expect(await vendor.observe!(request.instance, suiteTime)).toMatchObject({
        suspended: false,
        plan: small,
      });

      await connect({ suspension: undefined });
      expect([vendor.suspend, vendor.resume]).toEqual([undefined, undefined]);
    });
  });

  describe('gives', () => {
    it('credentials apart from what may be shown', async () => {
      for (const mode of ['sync', 'async'] as const) {
        broker.mode = mode;
        broker.instances.clear();
        expect(await provision()).toEqual({
          state: 'done',
          facts: {
            remoteId: id,
            dashboardUrl: `https://panel.example/${id}`,
            shown: { region: 'jkt', endpoints: 'db.example:3306' },
            credentials: { uri: `mysql://u:secret-of-${id}-binding@db.example:3306/d`, port: 3306 },
          },
        });
      }
      expect(broker.names().slice(2)).toEqual([
        'PUT instance',
        'GET last_operation',
        'GET last_operation',
        'PUT binding',
        'GET binding_last_operation',
        'GET binding_last_operation',
        'GET binding',
      ]);
    });

    it('no link that is not to a web page', async () => {
      broker.faults.push({
        on: 'PUT instance',
        with: { status: 201, body: { dashboard_url: 'javascript:alert(1)' } },
        happens: true,
      });
      const outcome = await provision();
      expect(outcome).toMatchObject({ state: 'done' });
      expect(outcome).not.toHaveProperty('facts.dashboardUrl');
    });

    it('no binding where the plan has none, or none is wanted', async () => {
      await vendor.provision(requestFor({ plan: fixed }));
      await vendor.deprovision(requestFor({ plan: fixed }));
      await connect({ credentials: false });
      await vendor.provision(request);
      await vendor.deprovision(request);
      expect(broker.names().filter((name) => name.endsWith('binding'))).toEqual([]);
    });

    it('its progress, and the time to wait', async () => {
      broker.mode = 'async';
      const begun = await vendor.provision(request);
      if (begun.state !== 'accepted') throw new Error(begun.state);
      expect(begun.deadline).toEqual(later(suiteTime, 3600));
      const poll = (seconds: number) =>
        vendor.poll!({ ...request, now: later(suiteTime, seconds) }, { ...begun, since: suiteTime });
      expect(await poll(5)).toEqual({ ...begun, progress: '1 to go', pollAfterSeconds: 7 });
      broker.faults.push({ on: 'GET last_operation', with: { status: 200, body: { state: 'in progress' } } });
      expect(await poll(200)).toEqual({ ...begun, pollAfterSeconds: 40 });
    });

    it('a week, when the plan does not say how long it may take', async () => {
      broker.mode = 'async';
      const begun = await vendor.provision(requestFor({ plan: large }));
      expect(begun).toMatchObject({ state: 'accepted', deadline: later(suiteTime, 604_800) });
    });
  });

  describe('has a catalog', () => {
    const asked = () => broker.calls.filter(({ name }) => name === 'GET catalog');

    it('that is sent again only when it has changed', async () => {
      expect(
        (await vendor.catalog!(suiteTime)).map(({ id: plan, name, free }) => [plan, name, free]),
      ).toEqual([
        [small, 'mysql small', false],
        [large, 'mysql large', true],
        [fixed, 'mysql fixed', true],
      ]);
      await vendor.catalog!(suiteTime);
      expect(asked().map(({ headers }) => 'if-none-match' in headers)).toEqual([false, true]);
      broker.catalog = { services: [{ ...offering, plans: [offering.plans[1]] }] };
      expect(await vendor.catalog!(suiteTime)).toHaveLength(1);
    });

    it('that operations ask for every five minutes, and do without when they must', async () => {
      await provision();
      await provision({ now: later(suiteTime, 299) });
      expect(asked()).toHaveLength(1);
      broker.faults.push({ on: 'GET catalog', with: { status: 503 } });
      expect(await provision({ now: later(suiteTime, 301) })).toMatchObject({ state: 'done' });
      expect(asked()).toHaveLength(2);
    });

    it('without which nothing is bought, but everything can be ended', async () => {
      for (const answer of [
        { status: 500 },
        { status: 200, body: '{"services":' },
        { status: 200, body: { services: [{ id: 1 }] } },
      ]) {
        broker.faults.push({ on: 'GET catalog', with: answer }, { on: 'GET catalog', with: answer });
        expect(await vendor.provision(request)).toMatchObject({
          state: 'failed',
          class: 'retry',
          code: 'no_catalog',
        });
        await expect(vendor.catalog!(suiteTime)).rejects.toMatchObject({
          kind: { code: 'vendor_unavailable' },
        });
      }
      expect(broker.names()).toEqual([]);
      broker.faults.push({ on: 'GET catalog', with: { status: 500 } });
      expect(await vendor.deprovision(request)).toMatchObject({ state: 'done' });
      expect(broker.names()).toEqual(['DELETE binding', 'DELETE instance']);
    });

    it('that is read anew when the broker says it has changed', async () => {
      const renewed = structuredClone(offering);
      renewed.plans[1]!.maintenance_info.version = '2.0.0';
      await vendor.catalog!(suiteTime);
      broker.catalog = { services: [renewed] };
      const order = requestFor({ plan: large });
      expect(await vendor.provision(order)).toMatchObject({
        class: 'retry',
        code: 'maintenance_info_conflict',
      });
      expect(await vendor.provision(order)).toMatchObject({ state: 'done' });
    });
  });

  describe('while it works', () => {
    async function begun(kind: 'provision' | 'deprovision' | 'suspend', settings = request) {
      const outcome = await vendor[kind]!(settings);
      if (outcome.state !== 'accepted') throw new Error(JSON.stringify(outcome));
      return { ...outcome, since: suiteTime };
    }

    it('is asked on whatever it answers, but for an end', async () => {
      broker.mode = 'async';
      const pending = await begun('provision');
      for (const status of [400, 401, 404, 410, 500]) {
        broker.faults.push({ on: 'GET last_operation', with: { status } });
        expect(await vendor.poll!(request, pending), String(status)).toMatchObject({
          state: 'accepted',
          token: pending.token,
        });
      }
      for (const fault of [
        'timeout',
        'reset',
        { status: 200, body: 'broken' },
        { status: 200, body: { state: 'odd' } },
      ] as const) {
        broker.faults.push({ on: 'GET last_operation', with: fault });
        expect(await vendor.poll!(request, pending)).toMatchObject({
          state: 'accepted',
          deadline: pending.deadline,
        });
      }
      expect(await follow(vendor, request, { ...pending, pollAfterSeconds: 1 })).toMatchObject({
        state: 'done',
      });
    });

    it('has deleted what it says is gone', async () => {
      await provision();
      broker.mode = 'async';
      broker.polls = 1;
      const pending = await begun('deprovision');
      broker.faults.push({ on: 'GET binding_last_operation', with: { status: 410 }, happens: true });
      expect(await vendor.poll!(request, pending)).toMatchObject({ state: 'accepted' });
    });

    it('refuses other operations, which are then repeated and not taken for orphans', async () => {
      await provision();
      broker.mode = 'async';
      broker.faults.push({ on: 'PATCH instance', with: 'reset', happens: true });
      expect(await vendor.suspend!(request)).toMatchObject({ state: 'unknown', pending: null });
      const busy = { state: 'failed', class: 'retry', code: 'concurrency_error' };
      expect(await vendor.resume!(request)).toMatchObject(busy);
      broker.faults.push({
        on: 'PUT instance',
        with: { status: 422, body: { error: 'ConcurrencyError' }, headers: { 'retry-after': '30' } },
      });
      expect(await vendor.provision(request)).toMatchObject({ ...busy, retryAfterSeconds: 30 });
      broker.faults.push({
        on: 'DELETE binding',
        with: { status: 422, body: { error: 'ConcurrencyError' } },
      });
      expect(await vendor.deprovision(request)).toMatchObject(busy);
      expect(await follow(vendor, request, await vendor.suspend!(request))).toMatchObject({ state: 'done' });
    });

    it('may be told to end what it is still making', async () => {
      broker.mode = 'async';
      await begun('provision');
      expect(await follow(vendor, request, await vendor.deprovision(request))).toMatchObject({
        state: 'done',
      });
      expect(broker.instances.size).toBe(0);
    });
  });

  it('refuses an order that differs from what it has', async () => {
    await provision();
    expect(await vendor.provision(requestFor({ plan: large }))).toMatchObject({
      class: 'permanent',
      code: 'status_409',
    });
  });

  describe('says of a failed update', () => {
    const failures: [says: object, outcome: Partial<Extract<Outcome, { state: 'failed' }>>][] = [
      [{}, { class: 'retry' }],
      [{ update_repeatable: true, instance_usable: true }, { class: 'retry' }],
      [{ update_repeatable: false }, { class: 'permanent' }],
      [{ instance_usable: false }, { class: 'retry', usable: false }],
      [
        { instance_usable: false, update_repeatable: false },
        { class: 'permanent', usable: false },
      ],
    ];
    it.each(failures)('%o', async (says, outcome) => {
      await provision();
      const update = requestFor({ plan: large }, { previous: { plan: small, parameters: {} } });
      broker.faults.push({
        on: 'PATCH instance',
        with: { status: 500, body: { ...says, description: 'no room' } },
      });
      const atOnce = await vendor.update!(update);
      broker.faults.push({ on: 'PATCH instance', with: 'failasync', says });
      const atLast = await follow(vendor, update, await vendor.update!(update));
      for (const ended of [atOnce, atLast]) {
        expect(ended).toMatchObject({ state: 'failed', message: 'no room', ...outcome });
        expect('usable' in ended).toBe('usable' in outcome);
      }
    });
  });
});
