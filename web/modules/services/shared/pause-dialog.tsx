import { useState } from 'react';
import type { PausePreview, ServicePauses } from '../../../../server/modules/pauses/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { problemWords, reasonWords } from '../../../kernel/api/problem-words.ts';
import type { ApiProblem } from '../../../kernel/api/problem.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { queryClient } from '../../../kernel/query/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useAnswer } from '../../../kernel/query/use-answer.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/pause.ts';
import type { PauseProps } from './pause-props.ts';
import { PauseSummary } from './pause-summary.tsx';

type Props = PauseProps & { data: ServicePauses; onClose: () => void };

export function PauseDialog({ open, ...rest }: Props & { open: boolean }) {
  const words = useText();
  return (
    <Dialog open={open} onClose={rest.onClose} title={words.title(rest.name)}>
      <Ask {...rest} />
    </Dialog>
  );
}

/** A quote is good for some minutes; asked for again before that. */
const freshFor = 10 * 60_000;

/** Asks until when, and shows all that follows before it is done. */
function Ask({ url, name, desk, data, onClose }: Props) {
  const words = useText();
  const format = useFormat();
  const [resumeOn, setResumeOn] = useState('');
  const { begins, longestDays } = data.offer!;
  const [when, setWhen] = useState(begins);
  const asked = { resumeOn: resumeOn === '' ? null : resumeOn, ...(desk && { when }) };
  const needed = longestDays !== null && !desk;
  const previews = `${url}/pauses/preview`;
  const { answer, problem, busy } = useAnswer<PausePreview>(
    previews,
    needed && resumeOn === '' ? null : asked,
    freshFor,
  );
  const said = (found: ApiProblem) => {
    const reason = found.body.facts?.reason as string | undefined;
    return reason === undefined ? problemWords(found) : (words.no[reason] ?? reasonWords(reason));
  };
  const make = useAct((quote: string, key) => api.post<ServicePauses>(`${url}/pauses`, { quote }, key), {
    refresh: [url, url.slice(0, url.lastIndexOf('/'))],
    done: ({ pause }) => {
      onClose();
      toast({ words: pause?.runs === false ? words.doneOn(format.date(pause.on)) : words.done(name) });
    },
    failed: (found) => {
      toast({ words: said(found), tone: 'danger' });
      void queryClient.invalidateQueries({ queryKey: [previews] });
    },
  });
  const preview = problem ? null : answer;
  const later = preview?.when === 'period_end' && preview.beginsOn;
  return (
    <div className="flex flex-col gap-4">
      {desk && (
        <RadioCards
          name="when"
          label={words.when}
          value={when}
          onValue={setWhen}
          choices={(['now', 'period_end'] as const).map((value) => ({ value, label: words.whens[value] }))}
        />
      )}
      <TextField
        name="resumeOn"
        type="date"
        label={words.resumeOn}
        hint={needed ? words.resumeHint : words.optionalHint}
        value={resumeOn}
        onValue={setResumeOn}
        optional={!needed}
        error={problem ? said(problem) : undefined}
      />
      <div aria-live="polite" aria-busy={busy}>
        {preview ? (
          <PauseSummary preview={preview} />
        ) : (
          busy && <p className="text-muted">{words.checking}</p>
        )}
      </div>
      <FormActs>
        <Button
          busy={make.busy}
          reason={
            preview ? null : needed && resumeOn === '' ? words.problems.resume_day_needed : words.checking
          }
          onClick={() => preview && void make.run(preview.quote)}
        >
          {later ? words.confirmOn(format.date(later)) : words.confirm}
        </Button>
      </FormActs>
    </div>
  );
}
