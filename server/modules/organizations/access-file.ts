import type { Locale, Membership } from '../../kernel/auth/actor.ts';
import type { MemberRole, Permission } from '../../kernel/auth/roles.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { Download } from '../../kernel/http/route.ts';
import { money, printMoney } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import type { Member } from './contract.ts';
import { roleNames } from './messages.ts';
import { readKeys } from './queries/keys.ts';
import { listMembers } from './queries/members.ts';

const words = {
  id: {
    columns: [
      'Nama',
      'Email',
      'Peran',
      'Layanan',
      'Batas belanja',
      'Sampai',
      'Sejak',
      'Terakhir terlihat',
      'Diundang oleh',
      'Melalui',
      'Ditinjau',
      'Ditinjau oleh',
    ],
    all: 'semua',
    above: 'organisasi di atasnya',
    key: (whose: string | null) => (whose === null ? 'Kunci API' : `Kunci API milik ${whose}`),
  },
  en: {
    columns: [
      'Name',
      'Email',
      'Role',
      'Services',
      'Spending limit',
      'Until',
      'Since',
      'Last seen',
      'Invited by',
      'Via',
      'Reviewed',
      'Reviewed by',
    ],
    all: 'all',
    above: 'an organization above',
    key: (whose: string | null) => (whose === null ? 'API key' : `API key of ${whose}`),
  },
} as const satisfies Record<Locale, unknown>;

/** Who has access to an organization, as CSV: one line for each person and API key, days in UTC. */
export async function accessFile(
  db: Db,
  asking: Membership,
  permissions: readonly Permission[],
  locale: Locale,
): Promise<Download> {
  const people: Member[] = [];
  let after: string | undefined;
  do {
    const page = await listMembers(db, asking, permissions, { after, limit: 200 });
    people.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  const { columns, all, above, key } = words[locale];
  const day = (at: string | null) => at?.slice(0, 10) ?? '';
  const rows = people.map((one) => [
    one.name,
    one.email,
    one.roleName ?? roleNames[locale][one.role as MemberRole],
    one.services ? one.services.join(' ') : all,
    one.limit ? printMoney(money(one.limit.amount, one.limit.currency as Currency)) : '',
    one.until ?? '',
    day(one.since),
    day(one.lastSeen),
    one.invitedBy ?? '',
    one.via ? (one.via.name ?? above) : '',
    day(one.reviewedAt),
    one.reviewedBy ?? '',
  ]);
  const keys = (await readKeys(db, asking.id, null)).map((one) => [
    one.name,
    '',
    key(one.person_id && (one.person ?? '')),
    all,
    '',
    one.expires_at.toISOString().slice(0, 10),
    one.created_at.toISOString().slice(0, 10),
    day(one.last_used_at?.toISOString() ?? null),
    one.maker ?? '',
    '',
    '',
    '',
  ]);
  const text = [columns, ...rows, ...keys].map((row) => row.map(cell).join(',')).join('\r\n');
  return {
    name: `access-${asking.slug}.csv`,
    type: 'text/csv; charset=utf-8',
    body: Buffer.from(`\ufeff${text}\r\n`),
  };
}

/** What a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
