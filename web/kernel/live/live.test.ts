import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventParser, type StreamEvent } from './event-stream.ts';
import { lineAgain } from './in-sight.ts';
import { concerns, concernsPassing, type Fact } from './interest.ts';

const stream =
  ': hello\n\nid: 7\nevent: fact\ndata: {"a":1}\n\nretry: 10\r\nid: 8\r\ndata: one\r\ndata: two\r\n\r\n';
const expected: StreamEvent[] = [
  { id: '7', event: 'fact', data: '{"a":1}' },
  { id: '8', event: 'message', data: 'one\ntwo' },
];

describe('the event stream', () => {
  it('is read the same however it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: stream.length }), { maxLength: 8 }), (cuts) => {
        const events: StreamEvent[] = [];
        const feed = createEventParser((event) => events.push(event));
        const places = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
        for (const [index, from] of places.slice(0, -1).entries())
          feed(stream.slice(from, places[index + 1]));
        expect(events).toEqual(expected);
      }),
    );
  });
});

describe('a line that ended', () => {
  it('is opened again by itself only where somebody sees the page and no other page took it', () => {
    expect(lineAgain({ rest: false, hidden: false })).toBe('soon');
    expect(lineAgain({ rest: true, hidden: false })).toBe('when seen');
    expect(lineAgain({ rest: false, hidden: true })).toBe('when seen');
  });
});

describe('interest', () => {
  const fact: Fact = {
    name: 'billing.invoice-paid',
    organizationId: 'o',
    subject: { kind: 'invoice', id: '42' },
  };

  it('is by prefix of the name, and by subject where one is named', () => {
    expect(concerns('billing.', fact)).toBe(true);
    expect(concerns('support.', fact)).toBe(false);
    expect(concerns({ facts: 'billing.', subject: '42' }, fact)).toBe(true);
    expect(concerns({ facts: 'billing.', subject: '43' }, fact)).toBe(false);
    expect(concerns(['support.', 'billing.'], fact)).toBe(true);
    expect(concerns(undefined, fact)).toBe(false);
  });

  it('in what passes is known, since that is asked for anew when the line is there again', () => {
    expect(concernsPassing('passing.')).toBe(true);
    expect(concernsPassing(['support.', { facts: 'passing.support', subject: '42' }])).toBe(true);
    expect(concernsPassing({ facts: 'support.', subject: '42' })).toBe(false);
    expect(concernsPassing(undefined)).toBe(false);
  });
});
