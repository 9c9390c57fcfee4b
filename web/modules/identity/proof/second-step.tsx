import { useState } from 'react';
import type { StepDue } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Form } from '../../../ui/form.tsx';
import { useProofText } from '../text/proof.ts';
import { ByPasskey } from './by-passkey.tsx';
import { CodeField } from './code-field.tsx';
import type { CodeKind } from './code-field.tsx';
import { SendCode, isSent } from './send-code.tsx';
import { OtherWays } from './ways.tsx';
import type { Way } from './ways.tsx';

const url = '/api/session/second-step';

/** The second step of signing in. */
export function SecondStep({
  due,
  onDone,
  onAgain,
}: {
  due: StepDue;
  onDone: () => void;
  onAgain: () => void;
}) {
  const text = useProofText();
  const [way, setWay] = useState<Way>(due.steps[0]!);
  const [over, setOver] = useState(false);
  const [sent, setSent] = useState<Way | null>(null);
  const [remember, setRemember] = useState(false);
  const kind = way as CodeKind;
  const { attempt, phone } = due;
  const form = useForm({
    initial: { code: '' },
    send: ({ code }, key) => api.post<void>(url, { attempt, remember, step: { kind, code } }, key),
    done: onDone,
    failed: ({ code }) => {
      setOver(code === 'attempt_over');
      return false;
    },
  });
  const choose = (next: Way) => {
    form.reset({ code: '' });
    setWay(next);
  };
  const waits = isSent(kind) && sent !== kind;
  const byCode = way !== 'passkey' && !waits && !over;
  const rememberBox = due.rememberDays > 0 && (
    <Checkbox
      name="remember"
      label={text.step.remember(due.rememberDays)}
      hint={text.step.rememberHint}
      value={remember}
      onValue={setRemember}
    />
  );
  return (
    <div className="flex flex-col gap-4">
      {way === 'passkey' && !over && rememberBox}
      {way === 'passkey' && !over && (
        <ByPasskey
          ask={() => api.post(`${url}/passkey/options`, { attempt }, crypto.randomUUID())}
          send={(response) =>
            api.post<void>(
              url,
              { attempt, remember, step: { kind: 'passkey', response } },
              crypto.randomUUID(),
            )
          }
          onDone={onDone}
        />
      )}
      <Form form={form}>
        {byCode && <CodeField {...form.field('code')} kind={kind} />}
        {byCode && rememberBox}
        {byCode && (
          <Button type="submit" wide busy={form.busy}>
            {text.step.act}
          </Button>
        )}
      </Form>
      {isSent(kind) && !over && (
        <SendCode
          key={kind}
          kind={kind}
          phone={phone}
          send={(by, key) => api.post(`${url}/code`, { attempt, by }, key)}
          onSent={() => setSent(kind)}
        />
      )}
      {over ? (
        <Button wide onClick={onAgain}>
          {text.step.back}
        </Button>
      ) : (
        <OtherWays ways={due.steps} now={way} onChoose={choose} />
      )}
    </div>
  );
}
