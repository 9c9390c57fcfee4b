import { z } from 'zod';
import type { Outcome, ProvisionerDriver } from '../../../modules/provisioning/provisioner.ts';
import { licenseKey } from './key.ts';

const configuration = z.strictObject({
  /** At least 32 bytes in base64. Another secret makes other keys, and the old ones invalid. */
  secret: z
    .base64()
    .refine((text) => Buffer.from(text, 'base64').length >= 32, { message: 'at least 32 bytes in base64' }),
});
export type LicenseKeyConfiguration = z.output<typeof configuration>;

/**
 * Sells a license key, made here and kept nowhere else: software checks it with the same secret. A key once given cannot be taken
 * back, so there is no suspending, and ending the service only ends our side. A larger plan keeps its key.
 */
export const licenseKeys: ProvisionerDriver<LicenseKeyConfiguration> = {
  name: 'license-key',
  label: { id: 'Kunci lisensi', en: 'License key' },
  configuration,
  secretFields: ['secret'],
  connect({ secret }) {
    const bytes = Buffer.from(secret, 'base64');
    const done: Outcome = { state: 'done', facts: {} };
    return {
      async provision({ instance }) {
        return {
          state: 'done',
          facts: { remoteId: instance.id, credentials: { licenseKey: licenseKey(bytes, instance.id) } },
        };
      },
      update: async () => done,
      deprovision: async () => done,
    };
  },
};
