import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { ScannerPort } from '../../kernel/malware.ts';

/** The harmless file that every scanner takes for malware, in two parts, so that none finds it here. */
export const eicar = Buffer.from(
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-' + 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
  'latin1',
);
export const eicarName = 'Eicar-Test-Signature';

/** What every scanner does. `longest` is what it is set to look at, in bytes. */
export function scannerSuite(
  name: string,
  start: () => Promise<{ scanner: ScannerPort; longest: number }>,
): void {
  const scan = async (...chunks: Buffer[]) => (await start()).scanner.scan(Readable.from(chunks));

  test(`${name}: nothing is found in what is clean, however it arrives`, async () => {
    expect(await scan()).toBeNull();
    expect(await scan(Buffer.from('halo'))).toBeNull();
    expect(
      await scan(Buffer.alloc(0), Buffer.from('a'), Buffer.alloc(0), Buffer.alloc(500_000, 'b')),
    ).toBeNull();
  });

  test(`${name}: malware is named, also when it comes byte by byte`, async () => {
    expect(await scan(eicar)).toContain(eicarName);
    expect(await scan(...[...eicar].map((byte) => Buffer.from([byte])))).toContain(eicarName);
  });

  test(`${name}: what is too long to be looked at is not called clean`, async () => {
    const { scanner, longest } = await start();
    const long = Readable.from([Buffer.alloc(longest, 'a'), Buffer.alloc(longest, 'b')]);
    await expect(scanner.scan(long)).rejects.toThrow();
  });

  test(`${name}: a file that cannot be read is not called clean`, async () => {
    const { scanner } = await start();
    async function* broken() {
      yield Buffer.from('the beginning');
      throw new Error('the disk is broken');
    }
    await expect(scanner.scan(Readable.from(broken()))).rejects.toThrow();
  });
}

/** Whether anybody listens at a socket. */
export function listens(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
