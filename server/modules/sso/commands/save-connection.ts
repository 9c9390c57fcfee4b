import type { Insertable } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Tables } from '../../../kernel/db/types.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { endSessionsThatCameBy } from '../../identity/index.ts';
import { findRole } from '../../organizations/index.ts';
import { connectionOf, lockProvider, sealedSecret } from '../connections.ts';
import type { Provider } from '../connections.ts';
import { neverWorked, noDomain, secretMissing } from '../contract.ts';
import type { ConnectionBody, Mode, oidcBody, samlBody } from '../contract.ts';
import { connectionRemoved, connectionSaved, modeChanged } from '../events.ts';
import { readCertificate } from '../saml/certificates.ts';

/**
 * Makes the connection of an organization (version 0) or changes it. Where it leads elsewhere or asks otherwise, it has to show anew
 * that it works, and is only offered until then. Errors: `secret_missing`, `unknown_role`, `changed_meanwhile`.
 */
export async function saveConnection(
  tx: Tx,
  organization: Id<'organization'>,
  version: number,
  wanted: ConnectionBody,
): Promise<void> {
  const before = await lockProvider(tx, organization);
  if ((before?.version ?? 0) !== version) throw new Problem(changedMeanwhile);
  for (const role of [wanted.joinsAs, ...wanted.groupRoles.map((one) => one.role)])
    if (role !== null) await findRole(tx.db, organization, role);
  const id = before?.id ?? connectionOf(organization);
  const { proven, ...way } = wanted.kind === 'oidc' ? byOidc(tx, id, before, wanted) : bySaml(before, wanted);
  const values = {
    kind: wanted.kind,
    issuer: wanted.issuer,
    ...way,
    joins_as: wanted.joinsAs,
    groups_claim: wanted.groupsClaim,
    group_roles: JSON.stringify(wanted.groupRoles),
    second_step_values: wanted.secondStepValues,
    trusts_unsaid_mail: wanted.trustsUnsaidMail,
    session_hours: wanted.sessionHours,
    ...(proven ? {} : { worked_at: null, failed_at: null, failed_why: null }),
    ...(before?.mode === 'required' && !proven ? { mode: 'offered' } : {}),
  };
  await (before
    ? tx.db
        .updateTable('sso.connections')
        .set({ ...values, version: before.version + 1 })
        .where('organization_id', '=', organization)
        .where('id', '=', id)
        .execute()
    : tx.db
        .insertInto('sso.connections')
        .values({ organization_id: organization, id, created_at: tx.now, ...values })
        .execute());
  const fields = Object.keys(wanted).filter((field) => field !== 'kind');
  tx.emit(connectionSaved, {
    ...about(organization, id),
    data: { connectionId: id, kind: wanted.kind, fields },
  });
}

/** Proven: what worked before is still the same. */
type Way = Pick<
  Insertable<Tables['sso.connections']>,
  'client_id' | 'secret_sealed' | 'sign_in_url' | 'certificates' | 'mail_attribute' | 'name_attribute'
> & { proven: boolean };

function byOidc(tx: Tx, id: string, before: Provider | null, wanted: z.output<typeof oidcBody>): Way {
  // A secret is for the one it was given to: another issuer or client never gets the old one.
  const same = before?.issuer === wanted.issuer && before.clientId === wanted.clientId;
  const secret = wanted.secret
    ? tx.vault.seal(sealedSecret(id), wanted.secret)
    : same
      ? before.secretSealed
      : null;
  if (secret === null) throw new Problem(secretMissing);
  return {
    client_id: wanted.clientId,
    secret_sealed: secret,
    sign_in_url: null,
    certificates: null,
    mail_attribute: null,
    name_attribute: null,
    proven: same && wanted.secret === undefined,
  };
}

function bySaml(before: Provider | null, wanted: z.output<typeof samlBody>): Way {
  const certificates = [...new Set(wanted.certificates.map((text) => readCertificate(text)!.pem))];
  return {
    client_id: null,
    secret_sealed: null,
    sign_in_url: wanted.signInUrl,
    certificates,
    mail_attribute: wanted.mailAttribute,
    name_attribute: wanted.nameAttribute,
    proven:
      before?.issuer === wanted.issuer &&
      before.signInUrl === wanted.signInUrl &&
      before.mailAttribute === wanted.mailAttribute &&
      // One takes over from the other.
      certificates.some((one) => before.certificates?.includes(one)),
  };
}

/**
 * Offers single sign-on, requires it or switches it off; then sessions that came by it end.
 * Errors: `no_verified_domain`, `never_worked`, `not_found`.
 */
export async function changeMode(tx: Tx, organization: Id<'organization'>, mode: Mode): Promise<void> {
  const before = await lockProvider(tx, organization);
  if (!before) throw new Problem(notFound);
  if (before.mode === mode) return;
  if (mode !== 'off' && !(await hasDomain(tx, organization))) throw new Problem(noDomain);
  if (mode === 'required' && !before.workedAt) throw new Problem(neverWorked);
  await tx.db
    .updateTable('sso.connections')
    .set({ mode, version: before.version + 1 })
    .where('organization_id', '=', organization)
    .where('id', '=', before.id)
    .execute();
  const data = { connectionId: before.id, from: before.mode, to: mode };
  tx.emit(modeChanged, { ...about(organization, before.id), data });
  if (mode === 'off') await endAll(tx, before);
}

/** Errors: `not_found`. */
export async function removeConnection(tx: Tx, organization: Id<'organization'>): Promise<void> {
  const before = await lockProvider(tx, organization);
  if (!before) throw new Problem(notFound);
  await tx.db
    .deleteFrom('sso.connections')
    .where('organization_id', '=', organization)
    .where('id', '=', before.id)
    .execute();
  tx.emit(connectionRemoved, { ...about(organization, before.id), data: { connectionId: before.id } });
  await endAll(tx, before);
}

async function endAll(tx: Tx, { organization, id }: Provider): Promise<void> {
  const signIns = await tx.db
    .selectFrom('sso.sign_ins')
    .select('id')
    .where('organization_id', '=', organization)
    .where('connection_id', '=', id)
    .where('expires_at', '>', tx.now)
    .execute();
  await endSessionsThatCameBy(
    tx,
    signIns.map((signIn) => signIn.id),
  );
}

async function hasDomain(tx: Tx, organization: Id<'organization'>): Promise<boolean> {
  const found = await tx.db
    .selectFrom('organizations.domains')
    .select('id')
    .where('organization_id', '=', organization)
    .where('state', 'in', ['verified', 'missing'])
    .executeTakeFirst();
  return found !== undefined;
}

const about = (organization: Id<'organization'>, id: string) => ({
  organizationId: organization,
  subject: { kind: 'connection', id },
});
