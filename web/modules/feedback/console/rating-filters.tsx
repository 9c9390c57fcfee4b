import type { RatingReport } from '../../../../server/modules/feedback/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { Select } from '../../../ui/inputs.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { useDeskText } from '../text/desk.ts';

const scores = ['1', '2', '3', '4', '5'];

/** Search and what narrows the list. */
export function RatingFilters({ report: { all, agents, queues } }: { report: RatingReport }) {
  const words = useDeskText();
  const search = useSearch();
  const format = useFormat();
  const select = (name: string, label: string, any: string, choices: { value: string; label: string }[]) => (
    <Select
      bare
      label={label}
      name={name}
      value={search.get(name) ?? ''}
      onValue={(value) => search.set({ [name]: value || null })}
      choices={[{ value: '', label: any }, ...choices]}
    />
  );
  return (
    <>
      <ListFilters
        search={words.search}
        name="followUp"
        label={words.followUp.title}
        choices={[
          { value: 'waiting', label: words.followUp.waiting, count: all.waiting },
          { value: 'done', label: words.followUp.states.done },
        ]}
      />
      <div className="mb-3 grid gap-2 sm:flex sm:flex-wrap [&>*]:sm:w-52">
        {select(
          'score',
          words.given,
          words.anyScore,
          scores.map((score) => ({ value: score, label: words.score(Number(score)) })),
        )}
        {select(
          'queue',
          words.queue,
          words.anyQueue,
          queues.map(({ name, titles }) => ({ value: name, label: format.words(titles) })),
        )}
        {select(
          'agent',
          words.agent,
          words.anyAgent,
          agents.map(({ id, name }) => ({ value: id, label: name })),
        )}
      </div>
    </>
  );
}
