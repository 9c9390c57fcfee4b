import { useState } from 'react';
import type {
  DunningTimeline,
  DunningTimelines,
} from '../../../../server/modules/billing/dunning-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useCollectionsText } from '../text/desk-collections.ts';
import { FamilyBoxes } from './family-boxes.tsx';
import { PlanPreviewCard } from './plan-preview.tsx';
import { TimelineRail } from './timeline-rail.tsx';
import { timelinesUrl } from './timeline-values.ts';
import { usePlanPreview } from './use-plan-preview.ts';

/** One timeline, or a new one that begins like another: its steps on a line, and beside them what they would do. */
export function TimelineEditor({
  timeline,
  like,
  all,
  families,
  onSaved,
}: {
  timeline: DunningTimeline | null;
  like: DunningTimeline;
  all: readonly DunningTimeline[];
  families: DunningTimelines['families'];
  onSaved: (after: DunningTimelines) => void;
}) {
  const words = useCollectionsText();
  const [archiving, setArchiving] = useState(false);
  const form = useForm({
    initial: {
      name: timeline?.name ?? '',
      families: (timeline?.families ?? []) as readonly string[],
      plan: (timeline ?? like).plan,
    },
    check: ({ name }) => (name.trim() === '' ? { name: words.needsName } : {}),
    send: (body, key) =>
      timeline
        ? api.put<DunningTimelines>(`${timelinesUrl}/${timeline.id}`, body, timeline.version)
        : api.post<DunningTimelines>(timelinesUrl, body, key),
    refresh: [timelinesUrl],
    done: (after) => {
      toast({ words: words.saved });
      onSaved(after);
    },
  });
  const archive = useAct(() => api.delete(`${timelinesUrl}/${timeline!.id}`), {
    refresh: [timelinesUrl],
    done: () => toast({ words: words.archived }),
  });
  const { plan } = form.values;
  const preview = usePlanPreview(plan);
  const wrong = preview?.problems ?? [];
  const hoursWrong = wrong.find(({ step }) => step === null);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Card title={timeline?.name ?? words.addTitle} aside={timeline && words.version(timeline.version)}>
        {timeline && (
          <p className="mb-4 text-body text-muted">
            {words.underWay(timeline.underWay)} {words.keeps}
          </p>
        )}
        <Form form={form} label={timeline?.name ?? words.addTitle}>
          <TextField {...form.field('name')} label={words.name} hint={words.nameHint} maxLength={100} />
          {timeline?.isDefault ? (
            <p className="text-13 text-muted">{words.familiesDefault}</p>
          ) : (
            <FamilyBoxes
              families={families}
              others={all.filter(({ id }) => id !== timeline?.id)}
              value={form.values.families}
              onValue={(chosen) => form.set({ families: chosen })}
            />
          )}
          <FieldSet label={words.steps}>
            <TimelineRail plan={plan} problems={wrong} onPlan={(changed) => form.set({ plan: changed })} />
          </FieldSet>
          <FieldSet label={words.hours} hint={words.hoursLead}>
            <div className="grid grid-cols-2 gap-4 sm:max-w-96">
              {(['from', 'until'] as const).map((end) => (
                <TextField
                  key={end}
                  name={end}
                  label={words[end]}
                  type="time"
                  value={plan.hours[end]}
                  onValue={(time) => form.set({ plan: { ...plan, hours: { ...plan.hours, [end]: time } } })}
                  {...(hoursWrong && end === 'until' ? { error: words.reason[hoursWrong.code] } : {})}
                />
              ))}
            </div>
          </FieldSet>
          <FormActs>
            <Button type="submit" busy={form.busy} reason={wrong.length > 0 ? words.mend : null}>
              {words.save}
            </Button>
            {timeline && !timeline.isDefault && (
              <Button weight="secondary" icon="trash" onClick={() => setArchiving(true)}>
                {words.archive}
              </Button>
            )}
          </FormActs>
        </Form>
      </Card>
      <PlanPreviewCard preview={preview} />
      {archiving && (
        <ConfirmDialog
          open
          onClose={() => setArchiving(false)}
          title={words.archiveTitle}
          effect={words.archiveEffect}
          verb={words.archive}
          busy={archive.busy}
          onConfirm={() => void archive.run({})}
        />
      )}
    </div>
  );
}
