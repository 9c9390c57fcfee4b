import { useState } from 'react';
import type { DunningTimelines } from '../../../../server/modules/billing/dunning-contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip, Chips } from '../../../ui/chip.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useCollectionsText } from '../text/desk-collections.ts';
import { useDeskContestText } from '../text/desk-contest.ts';
import { useSettingsText } from '../text/desk-settings.ts';
import { LateFeesForm } from './late-fees-form.tsx';
import { LimitsForm } from './limits-form.tsx';
import { TimelineEditor } from './timeline-editor.tsx';
import { timelinesUrl } from './timeline-values.ts';
import { WorkingDaysForm } from './working-days-form.tsx';

const promiseLimits = ['days', 'perInvoice', 'perYear'] as const;
const contestLimits = ['withinDays', 'holdDays', 'perInvoice', 'perYear'] as const;

/** What happens around the due date: one timeline for each family of products, edited on one screen. */
export function Page() {
  const words = useCollectionsText();
  const settings = useSettingsText();
  const contestWords = useDeskContestText();
  const { items, families, workingDays, promises, contests, lateFees } = useData<DunningTimelines>(
    timelinesUrl,
    'billing.dunning',
  );
  const [chosen, choose] = useState<string>(items[0]!.id);
  const timeline = chosen === 'new' ? null : (items.find(({ id }) => id === chosen) ?? items[0]!);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: settings.title, to: consolePaths.billingSettings() }]}
      />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <Chips label={words.timelines}>
          {items.map(({ id, name, isDefault }) => (
            <Chip key={id} on={timeline?.id === id} onPress={() => choose(id)}>
              {isDefault ? `${name} · ${words.everythingElse}` : name}
            </Chip>
          ))}
          {chosen === 'new' && (
            <Chip on onPress={() => choose('new')}>
              {words.addTitle}
            </Chip>
          )}
        </Chips>
        <Button weight="secondary" icon="plus" onClick={() => choose('new')}>
          {words.add}
        </Button>
      </div>
      <TimelineEditor
        key={timeline ? `${timeline.id} ${timeline.version}` : 'new'}
        timeline={timeline}
        like={items[0]!}
        all={items}
        families={families}
        onSaved={(after) => {
          // A new one is the one that was not there before.
          const added = after.items.find(({ id }) => !items.some((one) => one.id === id));
          if (added) choose(added.id);
        }}
      />
      <div className="mt-4 flex max-w-3xl flex-col gap-4">
        <WorkingDaysForm {...workingDays} />
        <LateFeesForm {...lateFees} />
        <LimitsForm of="promises" limits={promiseLimits} words={words.promises} {...promises} />
        <LimitsForm of="contests" limits={contestLimits} words={contestWords.settings} {...contests} />
      </div>
    </>
  );
}
