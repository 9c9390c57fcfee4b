import { useState } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

/** Whether it helped: one press, and what was missing for those who want to say it. */
export function Feedback({ url, given }: { url: string; given: boolean | null }) {
  const { article: words } = useText();
  const [answer, setAnswer] = useState(given);
  const [commented, setCommented] = useState(false);
  const say = useAct((helpful: boolean) => api.put(`${url}/feedback`, { helpful }), {
    done: (_, helpful) => setAnswer(helpful),
  });
  return (
    <section aria-label={words.helpful} className="no-print mt-10 max-w-[70ch] border-t border-line pt-5">
      {answer === null ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h2 className="text-16">{words.helpful}</h2>
          <div className="flex gap-2">
            <Button weight="secondary" busy={say.busy} onClick={() => void say.run(true)}>
              {words.yes}
            </Button>
            <Button weight="secondary" busy={say.busy} onClick={() => void say.run(false)}>
              {words.no}
            </Button>
          </div>
        </div>
      ) : (
        <div role="status">
          <p className="flex flex-wrap items-center gap-2 text-16">
            <Icon name="done" className="text-good" />
            {commented ? words.commented : answer ? words.thanks : words.sorry}
            <Button weight="quiet" onClick={() => setAnswer(null)}>
              {words.change}
            </Button>
          </p>
          {!answer && !commented && <Comment url={url} onSent={() => setCommented(true)} />}
        </div>
      )}
    </section>
  );
}

function Comment({ url, onSent }: { url: string; onSent: () => void }) {
  const { article: words } = useText();
  const form = useForm({
    initial: { comment: '' },
    send: ({ comment }) => api.put(`${url}/feedback`, { helpful: false, comment }),
    done: onSent,
  });
  return (
    <div className="mt-3">
      <Form form={form}>
        <TextArea {...form.field('comment')} label={words.comment} bare rows={3} maxLength={1000} />
        <div>
          <Button type="submit" weight="secondary" busy={form.busy}>
            {words.sendComment}
          </Button>
        </div>
      </Form>
    </div>
  );
}
