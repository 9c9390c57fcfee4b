import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sign, signingKey, verify } from './signature.ts';

const keys = fc.uint8Array({ minLength: 24, maxLength: 64 }).map((bytes) => Buffer.from(bytes));
const ids = fc.uuid();
const bodies = fc.string({ unit: 'binary' });
const times = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

describe('a signature', () => {
  it('is the one of the example that goes with the standard', () => {
    const key = signingKey('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')!;
    const now = new Date(1_614_265_330_500);
    expect(sign(key, 'msg_p5jXN8AQM9LWM0D4loKWxJek', '{"test": 2432232314}', now)).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('holds for what was signed, among other signatures too', () => {
    fc.assert(
      fc.property(
        keys,
        ids,
        bodies,
        times,
        fc.integer({ min: -299, max: 299 }),
        (key, id, body, now, seconds) => {
          const signed = sign(key, id, body, now);
          const read = new Date(now.getTime() + seconds * 1000);
          expect(verify(key, signed, body, read)).toBe(true);
          const several = `v1a,abc v1, ${signed['webhook-signature']}`;
          expect(verify(key, { ...signed, 'webhook-signature': several }, body, read)).toBe(true);
        },
      ),
    );
  });

  it('holds for nothing else', () => {
    fc.assert(
      fc.property(keys, ids, bodies, times, fc.nat(), (key, id, body, now, at) => {
        const signed = sign(key, id, body, now);
        const other = Buffer.from(key);
        other[at % other.length]! ^= 1;
        const signature = signed['webhook-signature'];
        const cut = signature.slice(0, at % signature.length);
        expect([
          verify(other, signed, body, now),
          verify(key, { ...signed, 'webhook-id': `${id}x` }, body, now),
          verify(key, signed, `${body} `, now),
          verify(
            key,
            { ...signed, 'webhook-timestamp': String(Number(signed['webhook-timestamp']) + 1) },
            body,
            now,
          ),
          verify(key, { ...signed, 'webhook-signature': cut }, body, now),
          verify(key, { ...signed, 'webhook-signature': signature.replace('v1,', 'v2,') }, body, now),
          verify(key, signed, body, new Date(now.getTime() + 301_000)),
          verify(key, signed, body, new Date(now.getTime() - 301_000)),
          verify(key, {}, body, now),
        ]).toEqual(Array.from({ length: 9 }, () => false));
      }),
    );
  });

  it('needs a key of the right form', () => {
    expect(signingKey('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')).toHaveLength(24);
    const wrong = [
      'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'whsec_MfKQ9r8G',
      'whsec_',
      `whsec_${'A'.repeat(100)}`,
      'whsec_$$$$',
    ];
    expect(wrong.map(signingKey)).toEqual([null, null, null, null, null]);
  });
});
