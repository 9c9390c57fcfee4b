import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { later } from '../../../modules/provisioning/domain/backoff.ts';
import { parseConfiguration, type Provisioner } from '../../../modules/provisioning/provisioner.ts';
import { follow, provisionerSuite, requestFor, suiteTime, type Subject } from '../suite.ts';
import { Receiver, type Fault } from './test/receiver.ts';
import { webhook } from './webhook.ts';

const secret = `whsec_${Buffer.from('twenty-four bytes, just so').toString('base64')}`;
const url = 'https://receiver.example/';

async function subject(polls: number): Promise<Subject> {
  const receiver = new Receiver(secret, suiteTime);
  receiver.polls = polls;
  return {
    driver: webhook,
    configuration: { url: await receiver.listen(), secret },
    garbage: [
      [{}, ['url', 'secret']],
      [{ url: 'ftp://files.example', secret }, ['url']],
      [{ url: 'https://user:password@receiver.example/', secret }, ['url']],
      [{ url, secret: 'whsec_short' }, ['secret']],
      [{ url, secret: 'a plain password of good length' }, ['secret']],
      [{ url, secret, timeoutSeconds: 0, without: ['provision'] }, ['timeoutSeconds', 'without.0']],
    ],
    able: ['update', 'suspend', 'resume'],
    wanted: { plan: 'small', parameters: { disk: 10 } },
    changed: { plan: 'large', parameters: { disk: 20 } },
    count: () => receiver.instances.size,
    end() {
      receiver.close();
      expect(receiver.violations).toEqual([]);
    },
  };
}
provisionerSuite('webhook, at once', () => subject(0));
provisionerSuite('webhook, later', () => subject(3));

describe('a webhook', () => {
  let receiver: Receiver;
  let vendor: Provisioner;
  const request = requestFor({ plan: 'small' });

  beforeEach(async () => {
    receiver = new Receiver(secret, suiteTime);
    const settings = { url: await receiver.listen(), secret, timeoutSeconds: 1, patienceSeconds: 600 };
    vendor = webhook.connect(parseConfiguration(webhook, settings), { fetch });
  });
  afterEach(() => {
    receiver.close();
    expect(receiver.violations).toEqual([]);
  });

  it('says what it is about, once per key', async () => {
    const previous = { plan: 'tiny', parameters: {} };
    await vendor.update!({ ...request, previous, actorId: 'u1' });
    expect(receiver.received).toMatchObject([{ method: 'POST', id: request.key }]);
    expect(JSON.parse(receiver.received[0]!.body)).toEqual({
      type: 'service.update',
      data: { instance: request.instance, previous, actorId: 'u1' },
    });
  });

  it('cannot do what the receiver does not offer', () => {
    const settings = parseConfiguration(webhook, { url, secret, without: ['suspend', 'update'] });
    expect(Object.keys(webhook.connect(settings, { fetch })).sort()).toEqual([
      'deprovision',
      'poll',
      'provision',
    ]);
  });

  it('asks by the operation it was given, and passes progress on', async () => {
    receiver.polls = 2;
    const begun = await vendor.provision(request);
    if (begun.state !== 'accepted') throw new Error(begun.state);
    expect(begun.deadline).toEqual(later(suiteTime, 600));
    const pending = { ...begun, since: suiteTime };
    const asked = { ...request, now: later(suiteTime, 100) };
    expect(await vendor.poll!(asked, pending)).toEqual({
      state: 'accepted',
      progress: '1 to go',
      token: begun.token,
      pollAfterSeconds: 20,
      deadline: begun.deadline,
    });
    expect(receiver.received.at(-1)).toMatchObject({
      method: 'GET',
      id: request.key,
      operation: `task ${request.key}`,
      body: '',
    });
    expect(await follow(vendor, request, begun)).toMatchObject({
      state: 'done',
      facts: { shown: { host: 'h1.example' } },
    });
  });

  const json = (status: number, body: object, headers = {}): Fault => ({
    status,
    body: JSON.stringify(body),
    headers,
  });
  const answers: [fault: Fault, outcome: object][] = [
    [json(200, { state: 'done' }), { state: 'done', facts: {} }],
    [json(202, { pollAfterSeconds: 7 }), { state: 'accepted', pollAfterSeconds: 7 }],
    [json(202, {}, { 'retry-after': '11' }), { state: 'accepted', pollAfterSeconds: 11 }],
    [
      json(200, { state: 'failed', class: 'orphan', code: 'half_made', message: 'x' }),
      { class: 'orphan', code: 'half_made' },
    ],
    [
      json(200, { state: 'failed', class: 'permanent', code: 'no', usable: false }),
      { class: 'permanent', usable: false },
    ],
    [
      json(400, { code: 'bad_plan', message: 'no\nsuch plan' }),
      { class: 'permanent', code: 'bad_plan', message: 'no such plan' },
    ],
    [
      { status: 404, body: '<html>' },
      { class: 'permanent', code: 'refused', message: 'status 404' },
    ],
    [json(410, {}), { class: 'permanent' }],
    [{ status: 302, headers: { location: 'https://elsewhere.example/' } }, { class: 'permanent' }],
    [{ status: 408 }, { class: 'retry' }],
    [json(409, { code: 'busy' }), { class: 'retry', code: 'busy' }],
    [json(429, {}, { 'retry-after': '90' }), { class: 'retry', retryAfterSeconds: 90 }],
    [{ status: 503 }, { class: 'retry' }],
    [{ status: 500 }, { state: 'unknown', code: 'server_error' }],
    [
      { status: 502, body: '<html>' },
      { state: 'unknown', code: 'server_error' },
    ],
    [{ status: 204 }, { state: 'unknown', code: 'server_error' }],
    [
      { status: 200, body: '{"state":"do' },
      { state: 'unknown', code: 'unreadable_answer' },
    ],
    [json(200, { state: 'finished' }), { state: 'unknown', code: 'unreadable_answer' }],
    [json(200, { state: 'done', remoteId: 7 }), { state: 'unknown', code: 'unreadable_answer' }],
    [
      json(200, { state: 'done', remoteId: 'x', shown: { a: 'y'.repeat(70_000) } }),
      { code: 'unreadable_answer' },
    ],
    [
      { status: 202, body: '[]' },
      { state: 'unknown', code: 'unreadable_answer' },
    ],
    ['silence', { state: 'unknown', code: 'no_answer' }],
    ['reset', { state: 'unknown', code: 'no_answer' }],
  ];
  it.each(answers)('reads %o', async (fault, outcome) => {
    receiver.faults.push({ fault });
    expect(await vendor.provision(request)).toMatchObject(outcome);
  });

  it('takes 410 for the end of what is to end', async () => {
    receiver.faults.push({ fault: { status: 410 } });
    expect(await vendor.deprovision(request)).toEqual({ state: 'done', facts: {} });
  });

  it('finds out what became of a request that was not answered', async () => {
    receiver.faults.push({ fault: 'reset' });
    const arrived = await vendor.provision(request);
    expect(await follow(vendor, request, arrived)).toMatchObject({ state: 'done' });

    const other = { ...request, key: 'never-seen' };
    receiver.faults.push({ fault: 'reset', before: true });
    const never = await follow(vendor, other, await vendor.provision(other));
    expect(never).toMatchObject({ state: 'failed', class: 'retry', code: 'never_arrived' });
  });

  it('knows from then on that it arrived', async () => {
    receiver.polls = 2;
    receiver.faults.push({ fault: 'reset' });
    const asked = await vendor.provision(request);
    if (asked.state !== 'unknown') throw new Error(asked.state);
    const begun = await vendor.poll!(request, { ...asked.pending!, since: suiteTime });
    if (begun.state !== 'accepted') throw new Error(begun.state);
    receiver.faults.push({ fault: { status: 404 }, before: true });
    expect(await vendor.poll!(request, { ...begun, since: suiteTime })).toMatchObject({ state: 'accepted' });
    expect(await follow(vendor, request, begun)).toMatchObject({ state: 'done' });
  });

  it('keeps an operation that was begun pending whatever goes wrong while asking', async () => {
    receiver.polls = 1;
    const begun = await vendor.provision(request);
    if (begun.state !== 'accepted') throw new Error(begun.state);
    const faults: Fault[] = [
      'silence',
      'reset',
      { status: 404 },
      { status: 500 },
      { status: 401 },
      json(200, { state: 'eh' }),
    ];
    for (const fault of faults) {
      receiver.faults.push({ fault, before: true });
      const outcome = await vendor.poll!(request, { ...begun, since: suiteTime });
      expect(outcome, JSON.stringify(fault)).toMatchObject({
        state: 'accepted',
        token: begun.token,
        deadline: begun.deadline,
      });
    }
    expect(await follow(vendor, request, begun)).toMatchObject({ state: 'done' });
  });
});
