import type pg from 'pg';
import type { Session } from '../../kernel/auth/actor.ts';
import type { Id } from '../../kernel/values/ids.ts';

/** Seen times are written at most this often, so that reading pages does not write. */
const seenEverySeconds = 300;

/**
 * Who holds this session token: one indexed query outside any transaction, run by every request. Null when the session is unknown,
 * ended or expired, or the person is shut out.
 */
export async function authenticate(pool: pg.Pool, tokenHash: Buffer, now: Date): Promise<Session | null> {
  const { rows } = await pool.query<SessionRow>(statement, [tokenHash, now]);
  const row = rows[0];
  if (!row) return null;
  if (now.getTime() - row.seen_at.getTime() > seenEverySeconds * 1000) {
    // A hint for the list of devices: not worth waiting or failing for.
    pool.query('update identity.sessions set seen_at = $2 where id = $1', [row.id, now]).catch(() => {});
  }
  return {
    id: row.id,
    person: {
      id: row.person_id,
      name: row.name,
      email: row.email,
      locale: row.locale,
      timeZone: row.time_zone,
      theme: row.theme,
      dateStyle: row.date_style,
      tone: row.tone,
    },
    staffRoles: row.staff_roles ?? [],
    organizations: row.organizations,
    signedInAt: row.created_at,
  };
}

type Person = Session['person'];
interface SessionRow {
  id: Id<'session'>;
  seen_at: Date;
  created_at: Date;
  person_id: Id<'person'>;
  name: string;
  email: string;
  locale: Person['locale'];
  time_zone: string;
  theme: Person['theme'];
  date_style: Person['dateStyle'];
  tone: Person['tone'];
  staff_roles: Session['staffRoles'] | null;
  organizations: Session['organizations'];
}

const statement = `
  select s.id, s.seen_at, s.created_at, p.id as person_id, p.name, p.email, p.locale, p.time_zone, p.theme, p.date_style, p.tone,
    t.roles as staff_roles,
    coalesce((
      select json_agg(json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'role', m.role) order by o.name)
      from organizations.members m join organizations.organizations o on o.id = m.organization_id
      where m.person_id = p.id
    ), '[]'::json) as organizations
  from identity.sessions s
  join identity.people p on p.id = s.person_id
  left join identity.staff t on t.person_id = p.id
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and p.disabled_at is null`;
