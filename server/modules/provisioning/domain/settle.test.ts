import { describe, expect, it } from 'vitest';
import type { Sighting } from '../provisioner.ts';
import type { Answer, Service } from './service.ts';
import { begin, see, settle } from './settle.ts';
import type { ObservedState } from './states.ts';

const noon = new Date('2026-11-23T05:00:00Z');
const believing = (state: ObservedState, answer?: Answer | null): Service => ({
  desired: { state: 'running', revision: 1 },
  observed: { state, revision: 1 },
  last:
    answer === undefined
      ? null
      : {
          key: 'k',
          kind: 'update',
          revision: 1,
          attempts: 1,
          from: 'running',
          cleansUp: null,
          sentAt: noon,
          answer,
        },
});

describe('a look at the vendor', () => {
  const present = { existence: 'present' } as const;
  const table: [believed: ObservedState, sighting: Sighting, then: ObservedState][] = [
    ['running', { existence: 'unknown' }, 'running'],
    ['running', { existence: 'absent' }, 'failed'],
    ['suspended', { existence: 'absent' }, 'failed'],
    ['absent', { existence: 'absent' }, 'absent'],
    ['absent', present, 'drifted'],
    ['running', present, 'running'],
    ['suspended', present, 'suspended'],
    ['drifted', present, 'drifted'],
    ['failed', { ...present, suspended: false, plan: 'small' }, 'failed'],
    ['unknown', { ...present, suspended: false }, 'running'],
    ['running', { ...present, suspended: true }, 'suspended'],
    ['suspended', { ...present, suspended: false }, 'running'],
    ['running', { ...present, plan: 'large' }, 'drifted'],
    ['drifted', { ...present, plan: 'small' }, 'running'],
    ['suspended', { ...present, plan: 'large' }, 'suspended'],
  ];
  it.each(table)('believing %s, seeing %o', (believed, sighting, then) => {
    expect(see(believing(believed), sighting, 'small').observed).toEqual({ state: then, revision: 1 });
  });

  it('says nothing new while an operation is open', () => {
    const open: (Answer | null)[] = [
      null,
      { state: 'accepted', token: 't', deadline: noon, nextAt: noon },
      { state: 'unknown', token: null, deadline: noon, nextAt: noon },
      { state: 'needs_staff', nextAt: noon },
    ];
    for (const answer of open) {
      const service = believing('updating', answer);
      expect(see(service, { existence: 'absent' }, 'small')).toEqual(service);
    }
  });

  it('makes the last operation history when something has changed by itself', () => {
    const over = believing('running', { state: 'failed', class: 'retry', code: 'busy', nextAt: noon });
    expect(see(over, { existence: 'present' }, 'small')).toEqual(over);
    const gone = see(over, { existence: 'absent' }, 'small');
    expect([gone.observed.state, gone.last]).toEqual(['failed', null]);
  });
});

describe('answers', () => {
  it('about anything but a provision leave no orphan, whatever the adapter says', () => {
    const orphan = { state: 'failed', class: 'orphan', code: 'broken', message: '' } as const;
    const after = settle(believing('updating', null), orphan, noon);
    expect([after.observed.state, after.last!.answer]).toMatchObject(['running', { class: 'permanent' }]);
  });

  it('say which revision the vendor has', () => {
    const revisions = (['provision', 'update', 'suspend', 'resume', 'deprovision'] as const).map((kind) => {
      const service = believing('unknown', null);
      const sent: Service = { ...service, last: { ...service.last!, kind, revision: 7 } };
      return settle(sent, { state: 'done', facts: {} }, noon).observed;
    });
    expect(revisions).toEqual([
      { state: 'running', revision: 7 },
      { state: 'running', revision: 7 },
      { state: 'suspended', revision: 1 },
      { state: 'running', revision: 1 },
      { state: 'absent', revision: 0 },
    ]);
  });

  it('must belong to an operation, and repetitions to the same one', () => {
    expect(() => settle(believing('running'), { state: 'done', facts: {} }, noon)).toThrow('broken promise');
    const again = { do: 'start', kind: 'suspend', again: true } as const;
    expect(() => begin(believing('running', null), again, 'k2', noon)).toThrow('broken promise');
  });
});
