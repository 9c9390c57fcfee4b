import type { Sso } from '../../../../server/modules/sso/contract.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

const tones = { off: 'neutral', offered: 'info', required: 'good' } as const;

/** How a client's people sign in, for staff who help; nothing when they have no provider. */
export function Part({ organizationId }: { organizationId: string }) {
  const words = useText();
  const { data } = useSideData<Sso>(`/api/console/clients/${organizationId}/sso`, 'sso.');
  const connection = data?.connection;
  if (!connection) return null;
  const { failed, workedAt } = connection;
  return (
    <Card
      title={words.title}
      aside={<StatusChip tone={tones[connection.mode]}>{words.modes[connection.mode]}</StatusChip>}
    >
      <DefinitionList
        facts={[
          { term: words.kind, value: words.kinds[connection.kind] },
          { term: words.issuer, value: connection.issuer },
          workedAt !== null && { term: words.worksSince, value: <Time value={workedAt} /> },
          failed !== null && {
            term: words.failed,
            value: (
              <>
                <Time value={failed.at} />
                <span className="block font-normal text-muted">{words.why[failed.why]}</span>
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
