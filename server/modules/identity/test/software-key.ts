import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();
const present = 0x01;
const verified = 0x04;
const withKey = 0x40;

interface Over {
  origin?: string;
  host?: string;
  challenge?: string;
  /** Without it the key says that a finger or a number opened it. */
  unverified?: boolean;
}

/** A passkey in software, which signs whatever it is told to: also what a browser never would. */
export class SoftwareKey {
  readonly id = randomBytes(32);
  counter = 0;
  userHandle = '';
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;

  constructor() {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = pair.privateKey;
    this.publicKey = pair.publicKey;
  }

  /** Answers `navigator.credentials.create`. */
  create(options: { challenge: string; user: { id: string } }, over: Over = {}) {
    this.userHandle = options.user.id;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, this.coseKey()]);
    const authData = Buffer.concat([this.header(withKey, over), credential]);
    // A CBOR map of three: fmt 'none', attStmt {}, authData.
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      bytes(authData),
    ]);
    return this.envelope({
      clientDataJSON: clientData('webauthn.create', options.challenge, over).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Answers `navigator.credentials.get`. */
  get(options: { challenge: string }, over: Over = {}) {
    this.counter++;
    const authData = this.header(0, over);
    const data = clientData('webauthn.get', options.challenge, over);
    const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), this.privateKey);
    return this.envelope({
      clientDataJSON: data.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: this.userHandle,
    });
  }

  private header(flags: number, { host = 'localhost', unverified }: Over): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([
      sha256(host),
      Buffer.from([present | (unverified ? 0 : verified) | flags]),
      counter,
    ]);
  }

  /** COSE: kty EC2, alg ES256, crv P-256, x, y. */
  private coseKey(): Buffer {
    const { x, y } = this.publicKey.export({ format: 'jwk' });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x!, 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(y!, 'base64url')),
    ]);
  }

  private envelope<Response>(response: Response) {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }
}

function clientData(
  type: string,
  challenge: string,
  { origin = 'http://localhost:3000', challenge: other }: Over,
) {
  return Buffer.from(JSON.stringify({ type, challenge: other ?? challenge, origin, crossOrigin: false }));
}

const head = (kind: number, length: number): Buffer =>
  length < 24
    ? Buffer.from([kind | length])
    : length < 256
      ? Buffer.from([kind | 24, length])
      : Buffer.from([kind | 25, length >> 8, length & 0xff]);
const text = (words: string): Buffer => Buffer.concat([head(0x60, words.length), Buffer.from(words)]);
const bytes = (content: Buffer): Buffer => Buffer.concat([head(0x40, content.length), content]);
