import type { Account } from '../domain/account.ts';

/** The columns of `directory.users` that say what the directory said. */
export const columnsOf = (account: Account, email: string) => ({
  external_id: account.externalId,
  user_name: account.userName,
  display_name: account.displayName,
  formatted_name: account.formatted,
  given_name: account.givenName,
  family_name: account.familyName,
  locale: account.locale,
  preferred_language: account.preferredLanguage,
  time_zone: account.timeZone,
  emails: JSON.stringify(account.emails),
  email,
  active: account.active,
});

/** The names of what is different, as they stand in facts. */
export function differences(before: Account, after: Account): (keyof Account)[] {
  return (Object.keys(after) as (keyof Account)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}
