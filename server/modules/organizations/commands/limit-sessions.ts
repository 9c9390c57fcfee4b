import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { sessionsLimited } from '../events.ts';

/** Lets members stay signed in for less long than the business does; null: as long. Holds at once, for those signed in too. */
export async function limitSessions(
  tx: Tx,
  organization: Id<'organization'>,
  { idleMinutes, hours }: { idleMinutes: number | null; hours: number | null },
): Promise<void> {
  await tx.db
    .updateTable('organizations.organizations')
    .set((eb) => ({
      session_idle_minutes: idleMinutes,
      session_hours: hours,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', organization)
    .execute();
  tx.emit(sessionsLimited, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { idleMinutes, hours },
  });
}
