import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const id = z.string();
const about = { serviceId: id };
const kind = z.enum(['provision', 'update', 'suspend', 'resume', 'deprovision']);

/** An operation was sent to the vendor for the first time. */
export const provisioningStarted = defineEvent('provisioning.operation-started', {
  data: z.object({ ...about, kind }),
});
/** The vendor answered that it is on its way, or said how far it is. */
export const provisioningProgressed = defineEvent('provisioning.operation-progressed', {
  data: z.object({ ...about, kind }),
});
/** `willRetry` false: nothing more happens by itself, a person looks. Told at the first failure of an operation and at the last. */
export const provisioningFailed = defineEvent('provisioning.operation-failed', {
  data: z.object({ ...about, kind, willRetry: z.boolean() }),
});
export const serviceProvisioned = defineEvent('provisioning.service-provisioned', { data: z.object(about) });
export const serviceUpdatedTechnically = defineEvent('provisioning.service-updated', {
  data: z.object(about),
});
export const serviceSuspendedTechnically = defineEvent('provisioning.service-suspended', {
  data: z.object(about),
});
export const serviceResumedTechnically = defineEvent('provisioning.service-resumed', {
  data: z.object(about),
});
export const serviceDeprovisioned = defineEvent('provisioning.service-deprovisioned', {
  data: z.object(about),
});

/** Somebody looked at the credentials. */
export const secretsRevealed = defineEvent('provisioning.secrets-revealed', { data: z.object(about) });

const task = { ...about, taskId: id };
export const staffTaskOpened = defineEvent('provisioning.staff-task-opened', {
  audience: 'staff',
  data: z.object({ ...task, kind: z.enum(['operation', 'trouble']), what: z.string() }),
});
export const staffTaskTaken = defineEvent('provisioning.staff-task-taken', {
  audience: 'staff',
  data: z.object(task),
});
export const staffTaskReleased = defineEvent('provisioning.staff-task-released', {
  audience: 'staff',
  data: z.object(task),
});
/** `how`: done as asked, given up, or not needed any more. */
export const staffTaskDone = defineEvent('provisioning.staff-task-done', {
  audience: 'staff',
  data: z.object({ ...task, how: z.enum(['done', 'failed', 'dropped']) }),
});
/** `how`: `again`, the operation is sent anew; `as_done`, staff say it is as it should be. */
export const instanceSettledByStaff = defineEvent('provisioning.instance-settled-by-staff', {
  audience: 'staff',
  data: z.object({ ...about, how: z.enum(['again', 'as_done']) }),
});

export const connectionAdded = defineEvent('provisioning.connection-added', {
  audience: 'staff',
  data: z.object({ provisioner: z.string() }),
});
export const connectionChanged = defineEvent('provisioning.connection-changed', {
  audience: 'staff',
  data: z.object({ fields: z.array(z.string()) }),
});
