import { afterEach, beforeEach, expect, it } from 'vitest';
import { decide } from '../../../modules/provisioning/domain/reconcile.ts';
import type { Service } from '../../../modules/provisioning/domain/service.ts';
import { begin, settle } from '../../../modules/provisioning/domain/settle.ts';
import type { DesiredState } from '../../../modules/provisioning/domain/states.ts';
import {
  abilitiesOf,
  parseConfiguration,
  type Outcome,
  type Provisioner,
} from '../../../modules/provisioning/provisioner.ts';
import { requestFor, suiteTime } from '../suite.ts';
import { osb } from './osb.ts';
import { Broker, login, type Fault } from './test/broker.ts';

let broker: Broker;
let vendor: Provisioner;
const { instance } = requestFor({ plan: 'mysql%26co/small%2F1', parameters: { disk: 10 } });

beforeEach(async () => {
  broker = new Broker();
  const suspension = { parameter: 'suspended', suspended: true, running: false };
  const settings = { url: await broker.listen(), ...login, timeoutSeconds: 1, suspension };
  vendor = osb.connect(parseConfiguration(osb, settings), { fetch });
});
afterEach(() => {
  broker.close();
  expect(broker.violations).toEqual([]);
});

/** Does what is decided until nothing is left to do, with time passing as fast as it is waited for. */
async function reconcile(start: Service): Promise<Service> {
  let service = start;
  let now = suiteTime;
  for (let steps = 0; steps < 200; steps += 1) {
    const step = decide(service, abilitiesOf(vendor), now);
    if (step.do === 'nothing' || step.do === 'staff') return service;
    if (step.do === 'wait') {
      now = step.until;
      continue;
    }
    if (step.do !== 'poll') service = begin(service, step, `key-${steps}`, now);
    const { key, kind, attempts, sentAt, answer } = service.last!;
    const request = requestFor(instance, { key, attempt: attempts, now });
    let outcome: Outcome;
    if (step.do === 'poll' && answer && 'token' in answer && answer.token !== null) {
      outcome = await vendor.poll!(request, {
        token: answer.token,
        since: sentAt,
        deadline: answer.deadline,
      });
    } else outcome = await vendor[kind]!(request);
    service = settle(service, outcome, now);
  }
  throw new Error(`still not done: ${JSON.stringify(service)}`);
}

const wanting = (service: Service, state: DesiredState): Service => ({
  ...service,
  desired: { state, revision: 1 },
});
const ordered: Service = {
  desired: { state: 'running', revision: 1 },
  observed: { state: 'absent', revision: 0 },
  last: null,
};

const troubles: [name: string, fault: Fault][] = [
  ['a timeout after the work was done', { on: 'PUT instance', with: 'timeout', happens: true }],
  ['a timeout before it', { on: 'PUT instance', with: 'timeout' }],
  ['a broken answer', { on: 'PUT instance', with: { status: 201, body: '{' }, happens: true }],
  ['an asynchronous failure', { on: 'PUT instance', with: 'failasync' }],
  ['work that never ends', { on: 'PUT instance', with: 'neverfinish' }],
];
it.each(troubles)('%s ends in one instance, after one clean-up', async (_, fault) => {
  broker.faults.push(fault);
  const service = await reconcile(ordered);
  expect(service.observed).toEqual({ state: 'running', revision: 1 });
  expect(broker.instances.size).toBe(1);
  expect(broker.names().filter((name) => !name.startsWith('GET'))).toEqual([
    'PUT instance',
    'DELETE binding',
    'DELETE instance',
    'PUT instance',
    'PUT binding',
  ]);
});

it('a busy or refusing broker is not taken for an orphan', async () => {
  broker.faults.push({ on: 'PUT instance', with: { status: 422, body: { error: 'ConcurrencyError' } } });
  expect((await reconcile(ordered)).observed.state).toBe('running');
  expect(broker.names()).toEqual(['PUT instance', 'PUT instance', 'PUT binding']);

  broker.instances.clear();
  broker.faults.push({ on: 'PUT instance', with: { status: 400 } });
  expect((await reconcile(ordered)).observed.state).toBe('absent');
  expect(broker.names().slice(3)).toEqual(['PUT instance']);
});

it('a service lives its life through lost answers', async () => {
  broker.mode = 'async';
  let service = await reconcile(ordered);
  for (const [state, on] of [
    ['suspended', 'PATCH instance'],
    ['running', 'PATCH instance'],
    ['absent', 'DELETE instance'],
  ] as const) {
    broker.faults.push({ on, with: 'reset', happens: true }, { on, with: { status: 500 } });
    service = await reconcile(wanting(service, state));
    expect(service.observed.state).toBe(state);
  }
  expect(broker.instances.size).toBe(0);
});
