import type pg from 'pg';
import type { Found, Membership, Over, Session } from '../../kernel/auth/actor.ts';
import { isRecent } from '../../kernel/auth/methods.ts';
import { valueOf } from '../../kernel/settings.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { overBy, owesSecondStep, sessionLimits, shortest, whoAsks } from '../identity/index.ts';

/** Seen times are written at most this often, so that reading pages does not write. A session that ends unseen ends that much early. */
const seenEverySeconds = 60;

/**
 * Who holds this session token: one indexed query outside any transaction, run by every request. Unknown tokens and those of people
 * who are shut out stand for nothing; of one whose session is over it says why.
 */
export async function authenticate(
  pool: pg.Pool,
  { tokenHash, attended }: { tokenHash: Buffer; attended: boolean },
  now: Date,
): Promise<Found> {
  const { rows } = await pool.query<SessionRow>(sessionStatement, [tokenHash, now]);
  const row = rows[0];
  if (!row) return { session: null, over: null };
  const lasts = lifeOf(row);
  const over = row.ended_at
    ? (row.ended_because ?? 'ended')
    : overBy({ createdAt: row.created_at, seenAt: row.seen_at, expiresAt: row.expires_at }, lasts, now);
  // Neither is worth failing for.
  const note = (change: string, ...values: unknown[]) =>
    pool
      .query(`update identity.sessions set ${change} where id = $1 and ended_at is null`, [
        row.id,
        now,
        ...values,
      ])
      .catch(() => {});
  if (over) {
    // Once and for all: longer limits later bring nothing back.
    if (!row.ended_at) await note('ended_at = $2, ended_because = $3', over);
    return { session: null, over };
  }
  if (attended && now.getTime() - row.seen_at.getTime() > seenEverySeconds * 1000) void note('seen_at = $2');
  return { session: sessionOf(row, lasts, now), over: null };
}

/** What the business asks of staff and of everybody else, and what organizations ask of their members: the shortest counts. */
function lifeOf({ staff_roles, session_limits, organizations }: SessionRow): Session['lasts'] {
  const { staff, clients } = valueOf(sessionLimits, session_limits);
  return shortest([staff_roles ? staff : clients, ...organizations]);
}

function sessionOf(row: SessionRow, lasts: Session['lasts'], now: Date): Session {
  const asked = {
    ofRoles: row.asked_of_roles ?? [],
    roles: row.staff_roles ?? [],
    byOrganization: row.organizations.some(({ asks }) => asks),
  };
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
    lasts,
    methods: row.methods,
    provedLately: isRecent(row.proved_at, now),
    owesSecondStep: owesSecondStep(asked, row.methods),
    secondStepAskedBy: whoAsks(asked),
  };
}

type Person = Session['person'];
interface SessionRow {
  id: Id<'session'>;
  seen_at: Date;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  ended_because: Exclude<Over, 'ended'> | null;
  methods: Session['methods'];
  proved_at: Date;
  person_id: Id<'person'>;
  name: string;
  email: string;
  locale: Person['locale'];
  time_zone: string;
  theme: Person['theme'];
  date_style: Person['dateStyle'];
  tone: Person['tone'];
  staff_roles: Session['staffRoles'] | null;
  asked_of_roles: string[] | null;
  session_limits: unknown;
  organizations: (Membership & { asks: boolean; idleMinutes: number | null; hours: number | null })[];
}

export const sessionStatement = `
  select s.id, s.seen_at, s.created_at, s.expires_at, s.ended_at, s.ended_because, s.methods, s.proved_at,
    p.id as person_id, p.name, p.email, p.locale, p.time_zone, p.theme, p.date_style, p.tone,
    t.roles as staff_roles,
    case when t.roles is not null then
      (select value -> 'staffRoles' from kernel.settings where key = 'identity.second-step') end as asked_of_roles,
    (select value from kernel.settings where key = 'identity.session-limits') as session_limits,
    coalesce((
      select json_agg(json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'role', o.role, 'holds', o.holds,
        'services', o.services, 'limit', o.allowance, 'via', o.via, 'parent', o.parent_id, 'asks', o.asks_second_step,
        'idleMinutes', o.session_idle_minutes, 'hours', o.session_hours) order by o.name)
      from (
        -- The nearest membership counts: one's own before one that comes from above.
        select distinct on (o.id) o.id, o.slug, o.name, o.parent_id, o.asks_second_step, o.session_idle_minutes,
          o.session_hours, m.role, r.permissions as holds, m.services,
          case when m.spending_limit is not null
            then json_build_object('amount', m.spending_limit, 'currency', f.currency) end as allowance,
          case when t.depth > 0 then m.organization_id end as via
        from organizations.members m
        join organizations.organizations f on f.id = m.organization_id
        join organizations.tree t on t.ancestor_id = m.organization_id
        join organizations.organizations o on o.id = t.descendant_id
        left join organizations.roles r on r.organization_id = m.organization_id and r.id = m.role_id
        where m.person_id = p.id and (m.until is null or m.until >= ($2::timestamptz at time zone f.time_zone)::date)
          and (t.depth = 0 or m.services is null and (m.role = 'owner' or not o.closed))
        order by o.id, t.depth
      ) o
    ), '[]'::json) as organizations
  from identity.sessions s
  join identity.people p on p.id = s.person_id
  left join identity.staff t on t.person_id = p.id
  where s.token_hash = $1 and p.disabled_at is null`;
