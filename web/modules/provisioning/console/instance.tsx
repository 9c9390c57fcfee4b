import { useState } from 'react';
import type { ProvisionedInstance } from '../../../../server/modules/provisioning/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { ListSkeleton } from '../../../ui/skeletons.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { OperationLog } from './operation-log.tsx';
import { planAtVendor } from './plan-at-vendor.ts';
import { useTaskWords, useTroubleWords } from './task-words.ts';

const to = consolePaths;

/** The technical side of a service, on its page in the console. */
export function Part({ serviceId }: { serviceId: string }) {
  const { instance: words } = useText();
  const url = `/api/console/services/${serviceId}/provisioning`;
  const { data } = useSideData<{ instance: ProvisionedInstance | null }>(url, [
    { facts: 'provisioning.', subject: serviceId },
    { facts: 'services.', subject: serviceId },
  ]);
  if (!data) return <ListSkeleton />;
  const { instance } = data;
  if (!instance) {
    return (
      <Card title={words.title}>
        <p className="text-body text-muted">{words.none}</p>
      </Card>
    );
  }
  return (
    <>
      <NeedsLook instance={instance} />
      <Facts instance={instance} url={url} />
      <OperationLog operations={instance.operations} />
    </>
  );
}

function NeedsLook({ instance: { attention, task, lastError } }: { instance: ProvisionedInstance }) {
  const { instance: words } = useText();
  const taskWords = useTaskWords();
  const troubleWords = useTroubleWords();
  if (!attention && !task) return null;
  const title = attention ? `${words.attention}: ${troubleWords(attention)}` : taskWords(task!);
  const act = task && (
    <LinkButton weight="secondary" to={to.provisioningTask(task.id)}>
      {words.openTask}
    </LinkButton>
  );
  return (
    <Banner tone="attention" title={title} act={act}>
      {lastError?.message}
    </Banner>
  );
}

function Facts({ instance, url }: { instance: ProvisionedInstance; url: string }) {
  const { instance: words } = useText();
  const { states } = words;
  const { connection, provisioner, parameters, nextAt, lastError, attention } = instance;
  const plan = planAtVendor(instance);
  return (
    <Card title={words.title} aside={<InstanceActs can={instance.can} url={url} />}>
      <DefinitionList
        facts={[
          { term: words.desired, value: states[instance.desired.state] },
          { term: words.observed, value: states[instance.observed.state] },
          { term: words.vendor, value: connection ? `${provisioner} · ${connection}` : provisioner },
          plan !== null && { term: words.plan, value: plan },
          Object.keys(parameters).length > 0 && {
            term: words.parameters,
            value: <code className="text-13 font-normal">{JSON.stringify(parameters)}</code>,
          },
          instance.remoteId !== null && { term: words.remoteId, value: instance.remoteId },
          {
            term: words.credentials,
            value: instance.hasCredentials ? words.kept : words.noCredentials,
          },
          nextAt !== null && { term: words.nextLook, value: <Time value={nextAt} style="dateTime" /> },
          lastError !== null && !attention && { term: words.lastError, value: lastError.message },
        ]}
      />
    </Card>
  );
}

function InstanceActs({ can, url }: { can: ProvisionedInstance['can']; url: string }) {
  const { instance: words } = useText();
  const text = useKernelText();
  const [marking, setMarking] = useState(false);
  const stale = ['/api/console/services', '/api/console/provisioning/tasks'];
  const retry = useAct((_: undefined, key) => api.post(`${url}/retry`, undefined, key), {
    refresh: stale,
    done: () => toast({ words: words.retried }),
  });
  const mark = useAct((_: undefined, key) => api.post(`${url}/mark-as-done`, undefined, key), {
    refresh: stale,
    done: () => {
      setMarking(false);
      toast({ words: words.marked });
    },
  });
  const why = (ability: true | { no: string }) => (ability === true ? null : reasonWords(ability.no));
  return (
    <>
      <MoreMenu
        label={text.moreActions}
        groups={[
          [
            {
              label: words.retry,
              icon: 'refresh',
              run: () => void retry.run(undefined),
              reason: why(can.retry),
            },
            {
              label: words.markAsDone,
              icon: 'check',
              run: () => setMarking(true),
              reason: why(can.markAsDone),
            },
          ],
        ]}
      />
      <ConfirmDialog
        open={marking}
        onClose={() => setMarking(false)}
        title={words.markTitle}
        effect={words.markEffect}
        verb={words.markAct}
        busy={mark.busy}
        onConfirm={() => void mark.run(undefined)}
      />
    </>
  );
}
