import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { later } from '../../../modules/provisioning/domain/backoff.ts';
import {
  parseConfiguration,
  type Outcome,
  type Provisioner,
} from '../../../modules/provisioning/provisioner.ts';
import { follow, requestFor, suiteTime } from '../suite.ts';
import { osb } from './osb.ts';
import { Broker, login, type Fault } from './test/broker.ts';

/** The table "Orphan Mitigation" of the specification, row by row, as what our outcomes make the platform do. */
type Means = 'success' | 'under way' | 'clean up' | 'repeat' | 'staff';

function meaning(outcome: Outcome): Means {
  switch (outcome.state) {
    case 'done':
      return 'success';
    case 'accepted':
      return 'under way';
    case 'needs_staff':
      return 'staff';
    case 'unknown':
      return 'repeat';
    case 'failed':
      return outcome.class === 'orphan' ? 'clean up' : outcome.class === 'retry' ? 'repeat' : 'staff';
  }
}

let broker: Broker;
let vendor: Provisioner;
const request = requestFor({ plan: 'mysql%26co/small%2F1', parameters: { disk: 10 } });
const { id } = request.instance;

beforeEach(async () => {
  broker = new Broker();
  const settings = { url: await broker.listen(), ...login, timeoutSeconds: 1 };
  vendor = osb.connect(parseConfiguration(osb, settings), { fetch });
});
afterEach(() => {
  broker.close();
  expect(broker.violations).toEqual([]);
});

const body = (status: number, words: object | string = {}): Fault['with'] => ({ status, body: words });
const answers: Record<string, Fault['with']> = {
  '200': body(200),
  '200 malformed': body(200, '{"dashboard_url":'),
  '200 with a wrong type': body(200, { dashboard_url: 7, credentials: 'x' }),
  '201': body(201),
  '201 malformed': body(201, 'created'),
  '202': body(202),
  '202 malformed': body(202, '<html>'),
  '202 with too long an operation': body(202, { operation: 'o'.repeat(10_001) }),
  '204': body(204, ''),
  '206': body(206, { dashboard_url: 'https://panel.example/' }),
  '302': { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
  '400': body(400),
  '401': body(401),
  '404': body(404),
  '408': body(408),
  '409': body(409),
  '410': body(410),
  '412': body(412),
  '422': body(422),
  '422 AsyncRequired': body(422, { error: 'AsyncRequired' }),
  '422 ConcurrencyError': body(422, { error: 'ConcurrencyError' }),
  '422 MaintenanceInfoConflict': body(422, { error: 'MaintenanceInfoConflict' }),
  '422 RequiresApp': body(422, { error: 'RequiresApp' }),
  '429': body(429),
  '500': body(500),
  '503': body(503),
  timeout: 'timeout',
  'connection reset': 'reset',
};

/** What differs from request to request; everything else is in `alike`. */
const table: Record<'provision' | 'update' | 'deprovision', Partial<Record<keyof typeof answers, Means>>> = {
  provision: {
    '200': 'success',
    '201': 'success',
    '200 malformed': 'repeat',
    '200 with a wrong type': 'repeat',
    '201 malformed': 'clean up',
    '202 malformed': 'clean up',
    '202 with too long an operation': 'clean up',
    '204': 'clean up',
    '206': 'clean up',
    '410': 'staff',
    '500': 'clean up',
    '503': 'clean up',
    timeout: 'clean up',
    'connection reset': 'clean up',
  },
  update: { '200': 'success', '201': 'success', '410': 'staff' },
  deprovision: { '200': 'success', '200 with a wrong type': 'success', '201': 'success', '410': 'success' },
};
const alike: Record<string, Means> = {
  '202': 'under way',
  '302': 'staff',
  '400': 'staff',
  '401': 'staff',
  '404': 'staff',
  '409': 'staff',
  '412': 'staff',
  '422': 'staff',
  '422 AsyncRequired': 'staff',
  '422 RequiresApp': 'staff',
};

describe.each(['provision', 'update', 'deprovision'] as const)('%s', (kind) => {
  const method = { provision: 'PUT', update: 'PATCH', deprovision: 'DELETE' }[kind];
  it.each(Object.keys(answers))('answered with %s', async (answer) => {
    if (kind !== 'provision') await vendor.provision(request);
    broker.faults.push({ on: `${method} instance`, with: answers[answer]!, happens: true });
    const outcome = await vendor[kind]!({ ...request, previous: { ...request.instance, parameters: {} } });
    expect(meaning(outcome)).toBe(table[kind][answer] ?? alike[answer] ?? 'repeat');
    broker.faults.length = 0;
    if (kind === 'provision') await tidyUp();
  });

  it('refused before it arrived', async () => {
    broker.close();
    expect(meaning(await vendor[kind]!(request))).toBe('repeat');
  });
});

describe('polling that ends in failure', () => {
  beforeEach(() => void (broker.mode = 'async'));

  it('of a provision leaves an orphan, which a deprovision removes', async () => {
    broker.faults.push({ on: 'PUT instance', with: 'failasync' });
    expect(meaning(await follow(vendor, request, await vendor.provision(request)))).toBe('clean up');
    expect(broker.instances.size).toBe(1);
    expect(meaning(await follow(vendor, request, await vendor.deprovision(request)))).toBe('success');
    expect(broker.instances.size).toBe(0);
  });

  it('of a deprovision or update means to repeat it', async () => {
    await follow(vendor, request, await vendor.provision(request));
    const update = { ...request, previous: { ...request.instance, parameters: {} } };
    broker.faults.push({ on: 'PATCH instance', with: 'failasync' });
    expect(meaning(await follow(vendor, update, await vendor.update!(update)))).toBe('repeat');
    for (const on of ['DELETE binding', 'DELETE instance']) {
      broker.faults.push({ on, with: 'failasync' });
      expect(meaning(await follow(vendor, request, await vendor.deprovision(request)))).toBe('repeat');
    }
    expect(meaning(await follow(vendor, request, await vendor.deprovision(request)))).toBe('success');
  });

  it('never comes for what never finishes: its deadline does', async () => {
    broker.faults.push({ on: 'PUT instance', with: 'neverfinish' });
    const begun = await vendor.provision(request);
    if (begun.state !== 'accepted') throw new Error(begun.state);
    const polled = await vendor.poll!(
      { ...request, now: later(suiteTime, 3599) },
      { ...begun, since: suiteTime },
    );
    expect(polled).toMatchObject({ state: 'accepted', deadline: later(suiteTime, 3600) });
  });
});

describe('a binding', () => {
  const cleaned = ['DELETE binding', 'PUT binding'];
  const repeated = ['PUT binding'];
  const rows: [answer: string, then: string[] | 'staff'][] = [
    ['200 malformed', repeated],
    ['201 malformed', cleaned],
    ['202 malformed', cleaned],
    ['202 with too long an operation', cleaned],
    ['204', cleaned],
    ['206', cleaned],
    ['408', repeated],
    ['422 ConcurrencyError', repeated],
    ['429', repeated],
    ['500', cleaned],
    ['503', cleaned],
    ['timeout', cleaned],
    ['connection reset', cleaned],
    ['400', 'staff'],
    ['409', 'staff'],
    ['422 RequiresApp', 'staff'],
  ];
  it.each(rows)('answered with %s', async (answer, then) => {
    broker.faults.push({ on: 'PUT binding', with: answers[answer]!, happens: true });
    const first = await vendor.provision(request);
    expect(meaning(first)).toBe(then === 'staff' ? 'staff' : 'under way');
    if (then === 'staff') return;
    const seen = broker.names().length;
    const outcome = await follow(vendor, request, first);
    expect(broker.names().slice(seen)).toEqual(then);
    expect(outcome).toMatchObject({ state: 'done', facts: { credentials: { port: 3306 } } });
    expect([...broker.instances.get(id)!.bindings.keys()]).toEqual([`${id}-binding`]);
  });

  it('that fails while it is made is removed and made again', async () => {
    broker.mode = 'async';
    broker.polls = 1;
    broker.faults.push(
      { on: 'PUT binding', with: 'failasync' },
      { on: 'DELETE binding', with: body(500) },
      { on: 'DELETE binding', with: 'failasync' },
      { on: 'GET binding', with: body(404) },
    );
    expect(await follow(vendor, request, await vendor.provision(request))).toMatchObject({
      state: 'done',
      facts: { credentials: { port: 3306 }, shown: { region: 'jkt' } },
    });
    expect(broker.names()).toEqual([
      'PUT instance',
      'GET last_operation',
      'PUT binding',
      'GET binding_last_operation',
      'DELETE binding',
      'DELETE binding',
      'GET binding_last_operation',
      'DELETE binding',
      'GET binding_last_operation',
      'PUT binding',
      'GET binding_last_operation',
      'GET binding',
      'GET binding',
    ]);
  });

  it('that never works keeps to the deadline of its provision', async () => {
    broker.faults.push(...Array.from({ length: 400 }, () => ({ on: 'PUT binding', with: body(500) })));
    let outcome = await vendor.provision(request);
    let now = suiteTime;
    for (let polls = 0; outcome.state === 'accepted' && now < outcome.deadline; polls += 1) {
      expect(outcome.deadline).toEqual(later(suiteTime, 3600));
      expect(polls).toBeLessThan(60);
      now = later(now, outcome.pollAfterSeconds);
      outcome = await vendor.poll!({ ...request, now }, { ...outcome, since: suiteTime });
    }
    expect(meaning(outcome)).toBe('under way');
  });

  it('goes before its instance, and keeps it when it does not go', async () => {
    await vendor.provision(request);
    for (const [answer, means] of [
      ['500', 'repeat'],
      ['timeout', 'repeat'],
      ['422 ConcurrencyError', 'repeat'],
      ['400', 'staff'],
    ] as const) {
      broker.faults.push({ on: 'DELETE binding', with: answers[answer]! });
      expect(meaning(await vendor.deprovision(request)), answer).toBe(means);
    }
    expect(broker.names()).not.toContain('DELETE instance');
    expect(meaning(await vendor.deprovision(request))).toBe('success');
    expect(broker.names().slice(-2)).toEqual(['DELETE binding', 'DELETE instance']);
  });
});

/** Whatever became of a provision, repeating its removal until it succeeds leaves nothing. */
async function tidyUp() {
  expect(meaning(await follow(vendor, request, await vendor.deprovision(request)))).toBe('success');
  expect(broker.instances.size).toBe(0);
}
