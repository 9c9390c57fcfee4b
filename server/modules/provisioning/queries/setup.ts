import type { Membership } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import type { ServiceKey, TechnicalState } from '../../services/index.ts';
import type { ServiceSetup } from '../contract.ts';
import { isOpen, type LastOperation } from '../domain/service.ts';
import { afterwards, type DesiredState, type OperationKind } from '../domain/states.ts';
import { secretsRevealed } from '../events.ts';
import { credentialsOf, emitAbout, readLastOperation } from '../instance.ts';
import { readSecrets } from '../permissions.ts';

/** How far a service of this organization is. Errors: `not_found`. */
export async function showSetup(
  db: Db,
  membership: Membership,
  service: Id<'service'>,
): Promise<ServiceSetup> {
  const { id } = membership;
  const row = await db
    .selectFrom('services.services as s')
    .leftJoin('provisioning.instances as i', (join) =>
      join.onRef('i.organization_id', '=', 's.organization_id').onRef('i.service_id', '=', 's.id'),
    )
    .select([
      's.technical_state',
      'i.desired_state',
      'i.last_operation',
      'i.progress',
      'i.attention',
      'i.next_at',
    ])
    .select((eb) => eb('i.credentials', 'is not', null).as('has_credentials'))
    .where('s.organization_id', '=', id)
    .where('s.id', '=', service)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  const hasCredentials = Boolean(row.has_credentials);
  const last = readLastOperation(row.last_operation);
  const troubled = row.attention !== null;
  return {
    technicalState: row.technical_state as TechnicalState,
    operation:
      last && (troubled || isUnderWay(last))
        ? {
            kind: spokenKind(last, row.desired_state as DesiredState),
            since: last.sentAt.toISOString(),
            waitsFor: troubled ? 'staff' : waitsFor(last),
            progress: row.progress,
            nextAt: row.next_at?.toISOString() ?? null,
          }
        : null,
    hasCredentials,
    can: {
      revealCredentials: unless({
        your_role: !mayAsMember(readSecrets, membership),
        no_credentials: !hasCredentials,
      }),
    },
  };
}

const towards = { running: 'resume', suspended: 'suspend', absent: 'deprovision' } as const;

/** A stop or start that is no longer wanted is still brought to its end first: what its client hears is where that leads. */
function spokenKind({ kind, cleansUp }: LastOperation, desired: DesiredState): OperationKind {
  if (cleansUp !== null) return 'provision';
  const stale = (kind === 'suspend' || kind === 'resume') && afterwards[kind] !== desired;
  return stale ? towards[desired] : kind;
}

function isUnderWay(last: LastOperation): boolean {
  return isOpen(last) || last.answer?.state === 'failed';
}

function waitsFor({ answer }: LastOperation): 'vendor' | 'retry' | 'staff' {
  if (answer?.state === 'needs_staff') return 'staff';
  return answer?.state === 'failed' ? 'retry' : 'vendor';
}

/** Opens the credentials of a service, and leaves a fact of who did. Errors: `not_found`. */
export async function revealCredentials(tx: Tx, key: ServiceKey): Promise<Record<string, unknown>> {
  const row = await tx.db
    .selectFrom('provisioning.instances')
    .select('credentials')
    .where('organization_id', '=', key.organization)
    .where('service_id', '=', key.service)
    .executeTakeFirst();
  if (!row?.credentials) throw new Problem(notFound);
  emitAbout(tx, key, secretsRevealed, {});
  return JSON.parse(tx.vault.open(credentialsOf(key.service), row.credentials)) as Record<string, unknown>;
}
