declare const brand: unique symbol;

/** An id of one kind of thing: a UUIDv7 as lowercase text. `Id<'invoice'>` cannot be passed where `Id<'order'>` is meant. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return pattern.test(text);
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

// Asking for random bytes costs more than all the rest of an id, so they are fetched for many at once; none is used twice.
const stock = new Uint8Array(4096);
let taken = stock.length;

function randomBytes(): Uint8Array {
  if (taken === stock.length) {
    crypto.getRandomValues(stock);
    taken = 0;
  }
  return stock.subarray(taken, (taken += 8));
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
  const random = randomBytes();
  random[0] = (random[0]! & 0x3f) | 0x80;
  let tail = '';
  for (const byte of random) tail += hex[byte]!;
  const counter = sequence.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}` as Id<Kind>;
}
