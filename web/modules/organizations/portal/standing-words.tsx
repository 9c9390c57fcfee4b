import type { Member } from '../../../../server/modules/organizations/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useText } from '../text/index.ts';

type Standing = Pick<Member, 'role' | 'roleName' | 'services' | 'limit' | 'until'>;

/** A role with what narrows it: "Technical · 2 services · until 3 Mar 2026". */
export function StandingWords({
  standing: { role, roleName, services, limit, until },
}: {
  standing: Standing;
}) {
  const { roles, narrowing } = useText();
  const format = useFormat();
  const narrowed = [
    services && narrowing.some(services.length),
    limit && narrowing.upTo(format.money(limit)),
    until && narrowing.untilDay(format.date(until)),
  ].filter(Boolean);
  return (
    <>
      {roleName ?? roles[role]}
      {narrowed.length > 0 && <span className="block text-13 text-muted">{narrowed.join(' · ')}</span>}
    </>
  );
}
