import type { ServiceSetup } from '../../../../server/modules/provisioning/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Steps } from '../../../ui/steps.tsx';
import { useText } from '../text/index.ts';
import { Access } from './access.tsx';

/** How far a service is with being set up, and how to get into it once it is. */
export function Part({ serviceId }: { serviceId: string }) {
  const { api } = useOrganization();
  const url = `${api}/services/${serviceId}`;
  const { data: setup } = useSideData<ServiceSetup>(`${url}/setup`, [
    { facts: 'provisioning.', subject: serviceId },
    { facts: 'services.', subject: serviceId },
  ]);
  if (!setup) return null;
  return (
    <>
      {setup.operation && <Progress operation={setup.operation} />}
      {setup.hasCredentials && <Access url={`${url}/credentials`} can={setup.can.revealCredentials} />}
    </>
  );
}

function Progress({ operation }: { operation: NonNullable<ServiceSetup['operation']> }) {
  const { setup: words } = useText();
  const format = useFormat();
  const { kind, waitsFor, progress, nextAt } = operation;
  return (
    <Card title={words.titles[kind]}>
      {kind === 'provision' && (
        <Steps
          label={words.label}
          names={[words.steps.paid, words.steps.working, words.steps.ready]}
          now={1}
        />
      )}
      <div className="flex items-start gap-3 text-body" role="status">
        <span className="mt-0.5 text-muted">
          <Icon name={waitsFor === 'staff' ? 'person' : waitsFor === 'retry' ? 'refresh' : 'clock'} />
        </span>
        <div>
          {progress && <p className="font-medium">{progress}</p>}
          <p className="text-muted">
            {words.waits[waitsFor]} {waitsFor === 'retry' && nextAt && words.again(format.dateTime(nextAt))}
          </p>
        </div>
      </div>
    </Card>
  );
}
