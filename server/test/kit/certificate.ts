import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate for this machine that nobody vouches for, made by the `openssl` that every Debian has. PEM, and where it lies. */
export interface SelfSigned {
  key: string;
  cert: string;
  keyFile: string;
  certFile: string;
  remove(): void;
}

export function selfSigned(names = 'DNS:localhost,IP:127.0.0.1'): SelfSigned {
  const folder = mkdtempSync(join(tmpdir(), 'clientarea-certificate-'));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const made = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost'.split(
    ' ',
  );
  const files = ['-keyout', keyFile, '-out', certFile];
  execFileSync('openssl', ['req', '-x509', ...made, '-addext', `subjectAltName=${names}`, ...files], {
    stdio: 'ignore',
  });
  return {
    key: readFileSync(keyFile, 'utf8'),
    cert: readFileSync(certFile, 'utf8'),
    keyFile,
    certFile,
    remove: () => rmSync(folder, { recursive: true }),
  };
}
