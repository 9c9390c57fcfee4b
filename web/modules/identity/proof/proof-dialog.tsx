import { useEffect, useState } from 'react';
import type { Proofs } from '../../../../server/modules/identity/contract.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { toProblem } from '../../../kernel/api/problem.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { PasswordField } from '../../../ui/inputs.tsx';
import { useProofText } from '../text/proof.ts';
import { ByPasskey } from './by-passkey.tsx';
import { ByProvider } from './by-provider.tsx';
import { CodeField } from './code-field.tsx';
import type { CodeKind } from './code-field.tsx';
import { SendCode, isSent } from './send-code.tsx';
import type { Phone } from './send-code.tsx';
import { OtherWays } from './ways.tsx';
import type { Way } from './ways.tsx';

const url = '/api/session/proof';

/** Is it still you? Any way this person has will do. */
export function ProofDialog({ onEnd }: { onEnd: (proven: boolean) => void }) {
  const { dialog } = useProofText();
  const [proofs, setProofs] = useState<Proofs | null>(null);
  useEffect(() => {
    api.get<Proofs>(url).then(setProofs, (error: unknown) => {
      toast({ words: problemWords(toProblem(error)), tone: 'danger' });
      onEnd(false);
    });
  }, [onEnd]);
  return (
    <Dialog open={proofs !== null} onClose={() => onEnd(false)} title={dialog.title}>
      <p className="text-body text-muted">{dialog.lead}</p>
      {proofs && <ByWay ways={proofs.methods} phone={proofs.phone} onProven={() => onEnd(true)} />}
    </Dialog>
  );
}

function ByWay({ ways, phone, onProven }: { ways: readonly Way[]; phone: Phone; onProven: () => void }) {
  const [way, setWay] = useState<Way>(ways[0]!);
  return (
    <>
      {way === 'password' && <ByPassword onProven={onProven} />}
      {way === 'passkey' && (
        <ByPasskey
          ask={() => api.post(`${url}/passkey/options`, {}, crypto.randomUUID())}
          send={(response) => api.put<void>(url, { kind: 'passkey', response })}
          onDone={onProven}
        />
      )}
      {way === 'single_sign_on' && <ByProvider onDone={onProven} />}
      {way !== 'password' && way !== 'passkey' && way !== 'single_sign_on' && (
        <ByCode key={way} kind={way as CodeKind} phone={phone} onProven={onProven} />
      )}
      <OtherWays ways={ways} now={way} onChoose={setWay} />
    </>
  );
}

function ByPassword({ onProven }: { onProven: () => void }) {
  const { dialog, password } = useProofText();
  const form = useForm({
    initial: { password: '' },
    send: (values) => api.put<void>(url, { kind: 'password', ...values }),
    done: onProven,
  });
  return (
    <Form form={form}>
      <PasswordField {...form.field('password')} label={password} autoComplete="current-password" autoFocus />
      <Button type="submit" wide busy={form.busy}>
        {dialog.act}
      </Button>
    </Form>
  );
}

function ByCode({ kind, phone, onProven }: { kind: CodeKind; phone: Phone; onProven: () => void }) {
  const { dialog } = useProofText();
  const [ready, setReady] = useState(!isSent(kind));
  const form = useForm({
    initial: { code: '' },
    send: (values) => api.put<void>(url, { kind, ...values }),
    done: onProven,
  });
  return (
    <>
      {ready && (
        <Form form={form}>
          <CodeField {...form.field('code')} kind={kind} />
          <Button type="submit" wide busy={form.busy}>
            {dialog.act}
          </Button>
        </Form>
      )}
      {isSent(kind) && (
        <SendCode
          kind={kind}
          phone={phone}
          send={(by, key) => api.post(`${url}/code`, { by }, key)}
          onSent={() => setReady(true)}
        />
      )}
    </>
  );
}
