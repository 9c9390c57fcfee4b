import type {
  DunningTimeline,
  DunningTimelines,
} from '../../../../server/modules/billing/dunning-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Checkbox } from '../../../ui/choices.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { useCollectionsText } from '../text/desk-collections.ts';

/** The groups and products that a timeline is for. */
export function FamilyBoxes({
  families,
  others,
  value,
  onValue,
}: {
  families: DunningTimelines['families'];
  others: readonly DunningTimeline[];
  value: readonly string[];
  onValue: (value: readonly string[]) => void;
}) {
  const words = useCollectionsText();
  const format = useFormat();
  const taken = new Set(others.flatMap((timeline) => timeline.families));
  return (
    <FieldSet label={words.families} hint={words.familiesHint}>
      <div className="max-h-72 overflow-y-auto rounded border border-line px-3 py-1">
        {families.map(({ id, names, groupId }) => (
          <div key={id} className={groupId === null ? 'font-medium' : 'ps-6'}>
            <Checkbox
              name={id}
              value={value.includes(id)}
              disabled={taken.has(id)}
              label={taken.has(id) ? words.taken(format.words(names)) : format.words(names)}
              onValue={(on) => onValue(on ? [...value, id] : value.filter((other) => other !== id))}
            />
          </div>
        ))}
      </div>
    </FieldSet>
  );
}
