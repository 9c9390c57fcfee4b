declare const brand: unique symbol;

/** An id of one kind of thing: a UUIDv7 as lowercase text. `Id<'invoice'>` cannot be passed where `Id<'order'>` is meant. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return pattern.test(text);
}

let lastMillis = 0;
let sequence = 0;

/**
 * A new UUIDv7: 48 bits of milliseconds, a 12-bit counter that keeps ids of one process in order within a millisecond,
 * and 62 random bits. `now` is the clock's time, so that tests and imports get ids of their own time.
 */
export function newId<Kind extends string>(now: Date): Id<Kind> {
  const millis = now.getTime();
  if (millis === lastMillis) sequence = (sequence + 1) & 0xfff;
  else {
    lastMillis = millis;
    sequence = crypto.getRandomValues(new Uint16Array(1))[0]! & 0x3ff;
  }
  const time = millis.toString(16).padStart(12, '0');
  const random = crypto.getRandomValues(new Uint8Array(8));
  random[0] = (random[0]! & 0x3f) | 0x80;
  const tail = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const counter = sequence.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}` as Id<Kind>;
}
