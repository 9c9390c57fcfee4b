import type { ChangeOptions } from '../../../../server/modules/orders/change-contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { ChangeFlow } from '../parts/change-flow.tsx';
import { useText } from '../text/change.ts';

/** Staff change a client's service, by the same quote as the client would. */
export function Page({ serviceId }: { serviceId: string }) {
  const words = useText();
  const format = useFormat();
  const url = `/api/console/services/${serviceId}`;
  const options = useData<ChangeOptions>(`${url}/change-options`);
  const { change } = options.can;
  const name = format.words(options.names);
  const back = consolePaths.service(serviceId);
  return (
    <>
      <PageHeader
        title={words.staffTitle(name)}
        crumbs={[
          { label: words.all, to: consolePaths.services() },
          { label: name, to: back },
        ]}
      />
      {change !== true || !options.product ? (
        <EmptyState
          icon="info"
          title={reasonWords(change === true ? 'change_not_offered' : change.no)}
          act={<LinkButton to={back}>{words.toService}</LinkButton>}
        >
          {name}
        </EmptyState>
      ) : (
        <ChangeFlow
          options={options}
          product={options.product}
          url={url}
          desk
          onDone={({ state }) => {
            toast({ words: words.done[state]![0] });
            goTo(back);
          }}
        />
      )}
    </>
  );
}
