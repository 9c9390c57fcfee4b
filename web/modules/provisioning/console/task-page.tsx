import { useState } from 'react';
import type { StaffTask } from '../../../../server/modules/provisioning/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import type { MenuItem } from '../../../ui/menu-item.ts';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { CompleteTask } from './complete-task.tsx';
import { FailTask } from './fail-task.tsx';
import { planAtVendor } from './plan-at-vendor.ts';
import { TaskState } from './task-state.tsx';
import { useTaskWords } from './task-words.ts';

const to = consolePaths;
const stale = ['/api/console/provisioning/tasks', '/api/console/services'];

export function Page({ taskId }: { taskId: string }) {
  const { task: words } = useText();
  const url = `/api/console/provisioning/tasks/${taskId}`;
  const task = useData<StaffTask>(url, 'provisioning.staff-task');
  const taskWords = useTaskWords();
  const closed = task.closedAt !== null;
  const [failing, setFailing] = useState(false);
  return (
    <>
      <PageHeader
        title={taskWords(task)}
        crumbs={[{ label: words.all, to: to.provisioning() }]}
        state={<TaskState state={task.state} />}
        act={<Take task={task} url={url} />}
        aside={<Aside task={task} url={url} onFail={() => setFailing(true)} />}
      />
      <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-3">
          {task.can.complete === true && <CompleteTask task={task} url={url} stale={stale} />}
          {closed && task.note && (
            <Card title={words.note}>
              <p className="text-body whitespace-pre-line">{task.note}</p>
            </Card>
          )}
        </div>
        <div className="max-lg:order-first">
          <About task={task} />
        </div>
      </div>
      <FailTask open={failing} onClose={() => setFailing(false)} url={url} stale={stale} />
    </>
  );
}

function Take({ task, url }: { task: StaffTask; url: string }) {
  const { task: words } = useText();
  const take = useAct((over: boolean, key) => api.post(`${url}/take`, { over }, key), {
    refresh: stale,
    done: () => toast({ words: words.taken }),
  });
  if (task.can.take !== true) return null;
  const { takenBy } = task;
  return (
    <Button busy={take.busy} wide onClick={() => void take.run(takenBy !== null)}>
      {takenBy ? words.takeOver(takenBy.name) : words.take}
    </Button>
  );
}

/** Trouble may be over by now; a task one cannot finish goes back, or is said to be impossible. */
function Aside({ task, url, onFail }: { task: StaffTask; url: string; onFail: () => void }) {
  const { task: words } = useText();
  const text = useKernelText();
  const service = `/api/console/services/${task.service.id}/provisioning`;
  const retry = useAct((_: undefined, key) => api.post(`${service}/retry`, undefined, key), {
    refresh: stale,
    done: () => toast({ words: words.retried }),
  });
  const release = useAct((_: undefined, key) => api.post(`${url}/release`, undefined, key), {
    refresh: stale,
    done: () => toast({ words: words.released }),
  });
  const { kind, can } = task;
  if (can.complete !== true) return null;
  const groups: MenuItem[][] = [
    kind === 'trouble' ? [{ label: words.retry, icon: 'refresh', run: () => void retry.run(undefined) }] : [],
    can.release === true
      ? [{ label: words.release, icon: 'back', run: () => void release.run(undefined) }]
      : [],
    [{ label: words.fail, icon: 'close', destructive: true, run: onFail }],
  ];
  return <MoreMenu label={text.moreActions} groups={groups} />;
}

function About({ task }: { task: StaffTask }) {
  const { task: words } = useText();
  const format = useFormat();
  const { service, takenBy } = task;
  const plan = planAtVendor(task);
  return (
    <Card>
      <DefinitionList
        facts={[
          { term: words.service, value: service.label || format.words(service.names) },
          {
            term: words.client,
            value: <Link to={to.client(service.organization.id)}>{service.organization.name}</Link>,
          },
          plan !== null && { term: words.plan, value: plan },
          { term: words.by, value: task.provisioner },
          { term: words.since, value: <Time value={task.openedAt} /> },
          { term: words.who, value: takenBy?.name ?? words.nobody },
          task.closedAt !== null && { term: words.closedAt, value: <Time value={task.closedAt} /> },
        ]}
      />
      <p className="mt-3 border-t border-line pt-3">
        <LinkButton weight="secondary" wide to={to.service(service.id)}>
          {words.openService}
        </LinkButton>
      </p>
    </Card>
  );
}
