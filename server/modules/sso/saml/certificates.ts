import { X509Certificate } from 'node:crypto';

export interface Certificate {
  /** PEM, as it is kept. */
  pem: string;
  /** SHA-256, as providers show it. */
  fingerprint: string;
  until: Date;
}

const leastBits = 2048;

/**
 * A certificate that a provider signs with, given as PEM or as the base64 in its metadata. Null for what is none, and for keys that are not
 * RSA of 2048 bits and more: nothing else is checked by what checks signatures. It is a key and not a promise: nobody vouches for it, and
 * its end is told and not enforced, as is usual.
 */
export function readCertificate(text: string): Certificate | null {
  const base64 = text.replace(/-----(?:BEGIN|END) CERTIFICATE-----|\s/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null;
  try {
    const found = new X509Certificate(Buffer.from(base64, 'base64'));
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = found.publicKey;
    if (type !== 'rsa' || (details?.modulusLength ?? 0) < leastBits) return null;
    return { pem: found.toString(), fingerprint: found.fingerprint256, until: new Date(found.validTo) };
  } catch {
    return null;
  }
}
