import { constants, crc32, deflateRawSync } from 'node:zlib';

const level = 5;
/** How far back DEFLATE can refer, in bytes. */
const reach = 32_768;
const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);

/** A text that stands in many documents, compressed once. */
export interface Pressed {
  text: string;
  bytes: Buffer;
  /** Raw DEFLATE that refers to nothing before it and that others may follow. */
  deflated: Buffer;
}

export function press(text: string): Pressed {
  const bytes = Buffer.from(text);
  const deflated = deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  return { text, bytes, deflated };
}

/**
 * Gzips `before`, `shared` and `after` as one text without compressing `shared` again, which is most of a small page. What comes after
 * still refers to it. At once and not in a thread: handing so little over costs as much as doing it.
 */
export function gzipAround(before: string, shared: Pressed, after: string): Buffer {
  const [first, last] = [Buffer.from(before), Buffer.from(after)];
  const whole = Buffer.concat([first, shared.bytes, last]);
  const parts = [
    // It is short, and a small window is quicker to set up.
    deflateRawSync(first, { level, windowBits: 12, memLevel: 6, finishFlush: constants.Z_FULL_FLUSH }),
    shared.deflated,
    deflateRawSync(last, { level, dictionary: shared.bytes.subarray(-reach) }),
  ];
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(whole));
  trailer.writeUInt32LE(whole.length, 4);
  return Buffer.concat([header, ...parts, trailer]);
}
