import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provisionerSuite } from '../suite.ts';
import { licenseKey, verifyLicenseKey } from './key.ts';
import { licenseKeys } from './license-key.ts';

const secret = Buffer.from('a test secret of thirty-two bytes').toString('base64');

provisionerSuite('license-key', () => ({
  driver: licenseKeys,
  configuration: { secret },
  garbage: [
    [{}, ['secret']],
    [{ secret: 'dG9vIHNob3J0' }, ['secret']],
    [{ secret: '!'.repeat(60) }, ['secret']],
  ],
  able: ['update'],
  wanted: { plan: 'single', parameters: {} },
  changed: { plan: 'team', parameters: { seats: 5 } },
}));

describe('a license key', () => {
  const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const shape = /^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/;

  it('follows from instance and secret, and verifies however it is typed', () => {
    fc.assert(
      fc.property(secrets, fc.uuid(), (bytes, id) => {
        const key = licenseKey(bytes, id);
        expect(key).toMatch(shape);
        expect(licenseKey(bytes, id)).toBe(key);
        const typed = ` ${key.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;
        expect([verifyLicenseKey(bytes, key), verifyLicenseKey(bytes, typed)]).toEqual([true, true]);
      }),
    );
  });

  it('does not verify with one symbol changed, nor with another secret', () => {
    const symbol = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split(''));
    fc.assert(
      fc.property(
        secrets,
        secrets,
        fc.uuid(),
        fc.nat({ max: 22 }),
        symbol,
        (bytes, others, id, at, changed) => {
          const key = licenseKey(bytes, id);
          const spoiled = key.slice(0, at) + changed + key.slice(at + 1);
          if (key[at] !== '-' && spoiled !== key) expect(verifyLicenseKey(bytes, spoiled)).toBe(false);
          if (Buffer.compare(bytes, others) !== 0) expect(verifyLicenseKey(others, key)).toBe(false);
        },
      ),
    );
  });

  it('is not anything else', () => {
    const garbage = [
      '',
      'AAAAA-AAAAA-AAAAA-AAAAA',
      'UUUUU-UUUUU-UUUUU-UUUUU',
      'ÀAAAA-AAAAA-AAAAA-AAAAA',
      '0'.repeat(21),
    ];
    expect(garbage.map((key) => verifyLicenseKey(Buffer.from(secret), key))).toEqual(
      garbage.map(() => false),
    );
  });

  it('stays what it is: sold keys must verify for ever', () => {
    const key = licenseKey(Buffer.from(secret, 'base64'), '0193d9a0-1111-7000-8000-000000000001');
    expect(key).toBe('FKJZV-RB9F8-6TWWC-TVS4V');
  });
});
