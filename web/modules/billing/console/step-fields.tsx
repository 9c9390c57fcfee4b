import { Button, IconButton } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useCollectionsText } from '../text/desk-collections.ts';
import { writes } from './timeline-values.ts';
import type { Step } from './timeline-values.ts';

const channels = ['email', 'in_app'] as const;

/** One step, opened. */
export function StepFields({
  step,
  onStep,
  onRemove,
}: {
  step: Step;
  onStep: (step: Step) => void;
  onRemove: () => void;
}) {
  const words = useCollectionsText();
  const isReminder = step.kind === 'reminder';
  const least = isReminder ? 0 : 1;
  const setDays = (days: number) => onStep({ ...step, days: Math.min(365, Math.max(least, days)) });
  return (
    <div className="mt-1 flex flex-col gap-3 rounded bg-sunken p-3">
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <div className="flex items-end gap-1">
          <TextField
            name="days"
            label={isReminder ? words.daysBefore : words.daysAfter}
            inputMode="numeric"
            value={String(step.days)}
            onValue={(typed) => /^\d{0,3}$/.test(typed) && setDays(Number(typed))}
            className="min-w-0 grow"
          />
          <IconButton
            icon="minus"
            label={isReminder ? words.later : words.earlier}
            onClick={() => setDays(step.days - 1)}
          />
          <IconButton
            icon="plus"
            label={isReminder ? words.earlier : words.later}
            onClick={() => setDays(step.days + 1)}
          />
        </div>
        <TextField
          name="at"
          label={words.at}
          hint={words.atHint}
          type="time"
          value={step.at}
          onValue={(at) => at !== '' && onStep({ ...step, at })}
        />
      </div>
      <Checkbox
        name="workingDays"
        label={words.workingDays}
        hint={isReminder ? words.workingBefore : words.workingAfter}
        value={step.workingDays}
        onValue={(workingDays) => onStep({ ...step, workingDays })}
      />
      {writes(step.kind) && (
        <FieldSet label={words.channels}>
          <div className="flex flex-wrap gap-x-6">
            {channels.map((channel) => (
              <Checkbox
                key={channel}
                name={channel}
                label={words.channelNames[channel]}
                value={step.channels.includes(channel)}
                onValue={(on) =>
                  onStep({
                    ...step,
                    channels: channels.filter((one) => (one === channel ? on : step.channels.includes(one))),
                  })
                }
              />
            ))}
          </div>
        </FieldSet>
      )}
      <div>
        <Button weight="quiet" icon="trash" onClick={onRemove}>
          {words.remove}
        </Button>
      </div>
    </div>
  );
}
