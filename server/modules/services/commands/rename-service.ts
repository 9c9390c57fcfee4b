import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import { serviceRenamed } from '../events.ts';
import { lockService, type ServiceKey } from '../service.ts';
import { emitAbout, writeService } from './write-service.ts';

/** Gives a service the name its owner knows it by; an empty one takes it back. Errors: `changed_meanwhile`. */
export async function renameService(
  tx: Tx,
  { organization, service: id, version, label }: ServiceKey & { version: number; label: string },
): Promise<void> {
  const service = await lockService(tx, organization, id);
  if (service.version !== version) throw new Problem(changedMeanwhile);
  if (service.label === label) return;
  await writeService(tx, service, { label });
  emitAbout(tx, service, serviceRenamed, {});
}
