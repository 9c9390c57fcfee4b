import { z } from 'zod';
import type { OperationKind } from '../../../modules/provisioning/domain/states.ts';
import type { Outcome, ProvisionerDriver } from '../../../modules/provisioning/provisioner.ts';

/** A vendor without an interface: a person does everything and reports it. Instructions are `provisioning.manual.<operation>`. */
export const manual: ProvisionerDriver<Record<string, never>> = {
  name: 'manual',
  label: { id: 'Dikerjakan staf', en: 'Done by staff' },
  configuration: z.strictObject({}),
  secretFields: [],
  connect: () => ({
    provision: task('provision'),
    update: task('update'),
    suspend: task('suspend'),
    resume: task('resume'),
    deprovision: task('deprovision'),
  }),
};

function task(kind: OperationKind) {
  return async (): Promise<Outcome> => ({
    state: 'needs_staff',
    instructions: `provisioning.manual.${kind}`,
  });
}
