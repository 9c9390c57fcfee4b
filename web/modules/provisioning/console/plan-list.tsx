import { useQuery } from '@tanstack/react-query';
import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { toProblem } from '../../../kernel/api/problem.ts';
import { Banner } from '../../../ui/banner.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { ListSkeleton } from '../../../ui/skeletons.tsx';
import { useText } from '../text/index.ts';

interface Plans {
  items: { id: string; name: string; description: string }[] | null;
}

/** Asks the system for its plans, which shows that it can be reached. Asked anew each time. */
export function PlanList({ url }: { url: string }) {
  const { connections: words } = useText();
  const plans = useQuery({
    queryKey: [url, 'asked'],
    queryFn: ({ signal }) => api.get<Plans>(url, signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  if (plans.isPending) return <ListSkeleton />;
  if (plans.error) return <Banner tone="danger" title={problemWords(toProblem(plans.error))} />;
  const { items } = plans.data;
  if (!items) return <Banner tone="info" title={words.noPlans} />;
  return (
    <>
      <Banner tone="good" title={words.plans(items.length)} />
      <ul className="divide-y divide-line text-body">
        {items.map((plan) => (
          <li key={plan.id} className="flex items-center gap-3 py-2">
            <div className="min-w-0 grow">
              <p className="font-medium">{plan.name}</p>
              <p className="text-13 text-muted">{plan.description}</p>
              <code className="text-13 [overflow-wrap:anywhere]">{plan.id}</code>
            </div>
            <CopyButton value={plan.id} what={plan.name} />
          </li>
        ))}
      </ul>
    </>
  );
}
