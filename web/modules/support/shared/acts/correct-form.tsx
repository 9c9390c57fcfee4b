import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';
import { api } from '../../../../kernel/api/client.ts';
import { problemWords } from '../../../../kernel/api/problem-words.ts';
import { useAct } from '../../../../kernel/query/use-act.ts';
import { toast } from '../../../../kernel/toast.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Field, inputClass } from '../../../../ui/field.tsx';
import { useActsText } from '../../text/acts.ts';
import type { AnyMessage } from '../message-card.tsx';
import { useWorded } from './use-worded.ts';

/** Stands beside the field in which a message is corrected. */
export type Beside = ComponentType<{ field: RefObject<HTMLTextAreaElement | null> }>;

/** Corrects a message. Who was overtaken is shown what it says now and keeps what they wrote. */
export function CorrectForm({
  message,
  url,
  onDone,
  beside: Beside,
}: {
  message: AnyMessage;
  url: string;
  onDone: () => void;
  beside?: Beside;
}) {
  const words = useActsText();
  const at = `${url}/messages/${message.id}`;
  const { known, problem, again } = useWorded(at);
  const [text, setText] = useState<string | null>(null);
  const [refused, setRefused] = useState<string>();
  const [overtaken, setOvertaken] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const ready = known !== null;
  useEffect(() => field.current?.focus(), [ready]);
  const act = useAct((body: { text: string }) => api.patch(at, body, known!.version), {
    refresh: [url],
    done: () => {
      toast({ words: words.corrected });
      onDone();
    },
    failed: (answer) => {
      if (answer.code === 'message_changed') {
        setOvertaken(true);
        again();
      }
      setRefused(problemWords(answer));
    },
  });
  if (problem) return <Banner tone="danger" title={problem} />;
  if (!known) return <div className="skeleton h-28 rounded" />;
  const typed = text ?? known.text;
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === '') return setRefused(words.empty);
        if (typed === known.text) return onDone();
        void act.run({ text: typed });
      }}
    >
      <p className="text-body text-muted">{message.internal ? words.noteLead : words.lead}</p>
      {overtaken && (
        <Banner tone="attention" title={words.overtaken}>
          <span className="whitespace-pre-wrap">{known.text}</span>
        </Banner>
      )}
      <div className="relative">
        {Beside && <Beside field={field} />}
        <Field label={words.text} error={refused}>
          {(ties) => (
            <textarea
              {...ties}
              ref={field}
              rows={5}
              maxLength={20_000}
              value={typed}
              onChange={(event) => {
                setText(event.target.value);
                setRefused(undefined);
              }}
              className={`${inputClass} field-sizing-content max-h-[45dvh] min-h-28 py-2.5 sm:min-h-28`}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button weight="secondary" onClick={onDone}>
          {words.leave}
        </Button>
        <Button type="submit" busy={act.busy}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
