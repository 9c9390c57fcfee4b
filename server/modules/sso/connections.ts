import { sql } from 'kysely';
import { hashToken } from '../../kernel/crypto.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Connection, Mode, Sso } from './contract.ts';
import type { Failure } from './domain/failures.ts';

/** A connection as sign-ins need it. */
export interface Provider {
  organization: Id<'organization'>;
  id: Id<'connection'>;
  kind: 'oidc' | 'saml';
  mode: Mode;
  issuer: string;
  clientId: string | null;
  secretSealed: string | null;
  signInUrl: string | null;
  certificates: string[] | null;
  mailAttribute: string | null;
  nameAttribute: string | null;
  joinsAs: string | null;
  groupsClaim: string | null;
  groupRoles: { group: string; role: string }[];
  secondStepValues: string[];
  trustsUnsaidMail: boolean;
  sessionHours: number;
  workedAt: Date | null;
  failedAt: Date | null;
  failedWhy: Failure | null;
  version: number;
}

/**
 * The id that an organization's connection has, also before it is saved first and after it was removed: what is entered at the provider
 * holds. Nobody learns the organization's own id from it, as strangers see it in addresses.
 */
export function connectionOf(organization: Id<'organization'>): Id<'connection'> {
  const hex = hashToken(`sso.connections:${organization}`).toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-') as Id<'connection'>;
}

export const sealedSecret = (connection: string) => `sso.connections:${connection}`;

const columns = sql`c.organization_id as organization, c.id, c.kind, c.mode, c.issuer, c.client_id as "clientId",
  c.secret_sealed as "secretSealed", c.sign_in_url as "signInUrl", c.certificates, c.mail_attribute as "mailAttribute",
  c.name_attribute as "nameAttribute", c.joins_as as "joinsAs", c.groups_claim as "groupsClaim", c.group_roles as "groupRoles",
  c.second_step_values as "secondStepValues", c.trusts_unsaid_mail as "trustsUnsaidMail", c.session_hours as "sessionHours",
  c.worked_at as "workedAt", c.failed_at as "failedAt", c.failed_why as "failedWhy", c.version`;

export async function findProvider(db: Db, organization: Id<'organization'>): Promise<Provider | null> {
  const { rows } = await sql<Provider>`
    select ${columns} from sso.connections c where c.organization_id = ${organization}`.execute(db);
  return rows[0] ?? null;
}

/** The provider of a connection that somebody may sign in by. */
export async function findOpenProvider(db: Db, connection: Id<'connection'>): Promise<Provider | null> {
  const { rows } = await sql<Provider>`
    select ${columns} from sso.connections c where c.id = ${connection} and c.mode <> 'off'`.execute(db);
  return rows[0] ?? null;
}

/** Where the people of a verified mail domain sign in. */
export async function findProviderOfDomain(db: Db, domain: string): Promise<Provider | null> {
  const { rows } = await sql<Provider>`
    select ${columns} from organizations.domains d join sso.connections c on c.organization_id = d.organization_id
    where d.domain = ${domain} and d.state in ('verified', 'missing') and c.mode <> 'off'`.execute(db);
  return rows[0] ?? null;
}

export async function lockProvider(tx: Tx, organization: Id<'organization'>): Promise<Provider | null> {
  const { rows } = await sql<Provider>`
    select ${columns} from sso.connections c where c.organization_id = ${organization} for update`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}

export const returnPath = (connection: string) => `/sign-in/return/${connection}`;

/** What we are to a provider by SAML, and where it reads about us. */
export const metadataPath = (connection: string) => `/api/sso/connections/${connection}/metadata`;

/** How an organization signs in, as its owners see it, and what they enter at their provider. */
export async function describeSso(db: Db, organization: Id<'organization'>, publicUrl: URL): Promise<Sso> {
  const provider = await findProvider(db, organization);
  const { rows } = await sql<{ domain: string }>`
    select domain from organizations.domains
    where organization_id = ${organization} and state in ('verified', 'missing') order by domain`.execute(db);
  const id = provider?.id ?? connectionOf(organization);
  const at = (path: string) => new URL(path, publicUrl).href;
  return {
    connection: provider && describe(provider),
    ours: {
      redirectUri: at(returnPath(id)),
      logoutUri: at(`/api/sso/connections/${id}/logout`),
      metadataUri: at(metadataPath(id)),
      signInUri: at('/sign-in'),
    },
    domains: rows.map(({ domain }) => domain),
    version: provider?.version ?? 0,
  };
}

const describe = ({
  organization: _organization,
  secretSealed,
  certificates,
  failedAt,
  failedWhy,
  workedAt,
  ...rest
}: Provider): Connection => ({
  ...rest,
  certificates: certificates ?? [],
  hasSecret: secretSealed !== null,
  workedAt: workedAt?.toISOString() ?? null,
  failed: failedAt && failedWhy ? { at: failedAt.toISOString(), why: failedWhy } : null,
});
