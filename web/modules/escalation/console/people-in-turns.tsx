import type { z } from 'zod';
import type { agentList } from '../../../../server/modules/support/contract.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { IconButton } from '../../../ui/button.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

/** People in an order that can be changed. */
export function PeopleInTurns({
  value,
  onValue,
  error,
}: {
  value: readonly string[];
  onValue: (people: string[]) => void;
  error: string | undefined;
}) {
  const { rotas: words } = useText();
  const agents = useData<z.output<typeof agentList>>('/api/console/tickets/agents').items;
  const nameOf = (id: string) => agents.find((one) => one.id === id)?.name ?? id;
  const others = agents.filter(({ id }) => !value.includes(id));
  const earlier = (index: number) =>
    onValue(value.with(index, value[index - 1]!).with(index - 1, value[index]!));
  return (
    <FieldSet label={words.people} {...(error && { error })}>
      <ol className="mb-2 flex flex-col gap-1">
        {value.map((id, index) => (
          <li key={id} className="flex items-center gap-2 rounded border border-line px-3">
            <span className="w-5 text-muted">{index + 1}</span>
            <span className="min-w-0 grow break-words">{nameOf(id)}</span>
            {index > 0 && (
              <IconButton icon="up" label={words.earlier(nameOf(id))} onClick={() => earlier(index)} />
            )}
            <IconButton
              icon="close"
              label={words.removePerson(nameOf(id))}
              onClick={() => onValue(value.filter((one) => one !== id))}
            />
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <Select
          key={value.length}
          bare
          name="addPerson"
          label={words.addPerson}
          value=""
          onValue={(id) => id && onValue([...value, id])}
          choices={[
            { value: '', label: words.addPerson },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </FieldSet>
  );
}
