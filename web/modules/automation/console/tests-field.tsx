import type { z } from 'zod';
import type { ClientTier } from '../../../../server/modules/organizations/tier-contract.ts';
import type { queueList } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData, useSideData } from '../../../kernel/query/use-data.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Chip, Chips } from '../../../ui/chip.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { type Aspect, type TestDraft, typedAspects } from './rule-form.ts';
import { kinds, priorities, statuses, useStateName } from './use-names.ts';

/** Conditions, one below the other. */
export function TestsField({
  tests,
  onTests,
}: {
  tests: readonly TestDraft[];
  onTests: (tests: readonly TestDraft[]) => void;
}) {
  const { rules: words } = useText();
  const next = Math.max(-1, ...tests.map(({ key }) => key)) + 1;
  return (
    <div className="flex flex-col gap-3">
      {tests.length === 0 && <p className="text-13 text-muted">{words.noTests}</p>}
      {tests.map((test) => (
        <TestRow
          key={test.key}
          test={test}
          onTest={(changed) => onTests(tests.map((one) => (one === test ? changed : one)))}
          onRemove={() => onTests(tests.filter((one) => one !== test))}
        />
      ))}
      <Button
        weight="secondary"
        icon="plus"
        className="self-start"
        onClick={() => onTests([...tests, { key: next, of: 'kind', is: true, chosen: [], typed: '' }])}
      >
        {words.addTest}
      </Button>
    </div>
  );
}

function TestRow(props: { test: TestDraft; onTest: (test: TestDraft) => void; onRemove: () => void }) {
  const { test, onTest, onRemove } = props;
  const { rules: words } = useText();
  const senses = test.of === 'assigned' ? words.assignedSenses : words.senses;
  const slug = test.of === 'organization' || test.of === 'product';
  return (
    <div className="flex flex-col gap-2 rounded border border-line p-3">
      <div className="flex items-end gap-2">
        <Select
          bare
          className="min-w-0 grow"
          label={words.aspect}
          name={`aspect-${test.key}`}
          value={test.of}
          onValue={(of) => onTest({ ...test, of, chosen: [], typed: '' })}
          choices={(Object.keys(words.aspects) as Aspect[]).map((value) => ({
            value,
            label: words.aspects[value],
          }))}
        />
        <Select
          bare
          className="min-w-0 grow"
          label={words.sense}
          name={`sense-${test.key}`}
          value={test.is ? 'yes' : 'no'}
          onValue={(sense) => onTest({ ...test, is: sense === 'yes' })}
          choices={(['yes', 'no'] as const).map((value) => ({ value, label: senses[value] }))}
        />
        <IconButton icon="close" label={words.removeTest} onClick={onRemove} />
      </div>
      {typedAspects.includes(test.of) ? (
        <TextField
          bare
          label={`${words.aspects[test.of]}: ${words.values}`}
          hint={slug ? words.slugHint : words.valuesHint}
          name={`values-${test.key}`}
          value={test.typed}
          onValue={(typed) => onTest({ ...test, typed })}
          autoComplete="off"
          autoCapitalize="none"
        />
      ) : (
        test.of !== 'assigned' && (
          <Chosen of={test.of} chosen={test.chosen} onChosen={(chosen) => onTest({ ...test, chosen })} />
        )
      )}
    </div>
  );
}

function Chosen(props: {
  of: Aspect;
  chosen: readonly string[];
  onChosen: (chosen: readonly string[]) => void;
}) {
  const { of, chosen, onChosen } = props;
  const { rules: words } = useText();
  const choices = useChoices(of, chosen);
  return (
    <Chips label={`${words.aspects[of]}: ${words.values}`} className="flex-wrap">
      {choices.map(({ value, label }) => (
        <Chip
          key={value}
          on={chosen.includes(value)}
          onPress={() =>
            onChosen(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
          }
        >
          {label}
        </Chip>
      ))}
    </Chips>
  );
}

function useChoices(of: Aspect, chosen: readonly string[]): { value: string; label: string }[] {
  const { states, priorities: priorityNames, kinds: kindNames, replies } = useText();
  const format = useFormat();
  const stateName = useStateName();
  const queues = useData<z.output<typeof queueList>>('/api/console/ticket-queues').items;
  const tiers = useSideData<{ items: ClientTier[] }>(of === 'tier' ? '/api/console/client-tiers' : null).data
    ?.items;
  if (of === 'tier')
    return (tiers ?? [])
      .filter(({ archived, id }) => !archived || chosen.includes(id))
      .map(({ id, titles }) => ({ value: id, label: format.words(titles) }));
  if (of === 'kind') return kinds.map((value) => ({ value, label: kindNames[value] }));
  if (of === 'priority') return priorities.map((value) => ({ value, label: priorityNames[value] }));
  if (of === 'status')
    return [
      { value: 'new', label: states.new },
      ...statuses.map((value) => ({ value, label: stateName(value) })),
    ];
  if (of === 'language')
    return (['id', 'en'] as const).map((value) => ({ value, label: replies.language[value] }));
  return queues.map(({ name, titles }) => ({ value: name, label: format.words(titles) }));
}
