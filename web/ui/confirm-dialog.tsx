import { type ReactNode, useState } from 'react';
import { useKernelText } from '../kernel/text/index.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './inputs.tsx';

export interface ConfirmProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What will happen and when, said before it happens. */
  effect: ReactNode;
  /** The verb with its object: “Cancel at 31 Dec”. */
  verb: string;
  destructive?: boolean;
  busy?: boolean;
  /** Must be typed first; only for what cannot be undone. */
  typeFirst?: string;
  onConfirm: () => void;
}

export function ConfirmDialog(props: ConfirmProps) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.title}>
      <Question {...props} />
    </Dialog>
  );
}

function Question({ onClose, effect, verb, destructive, busy, typeFirst, onConfirm }: ConfirmProps) {
  const text = useKernelText();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);

  function confirm() {
    if (typeFirst && typed.trim() !== typeFirst) setRefused(true);
    else onConfirm();
  }

  return (
    <>
      <div className="text-body text-muted">{effect}</div>
      {typeFirst && (
        <TextField
          label={text.typeToConfirm(typeFirst)}
          name="confirm"
          value={typed}
          onValue={(words) => {
            setTyped(words);
            setRefused(false);
          }}
          error={refused ? text.typedOtherwise : undefined}
          autoComplete="off"
        />
      )}
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end max-sm:[&>*]:w-full max-sm:[&_button]:w-full">
        <Button weight="secondary" onClick={onClose}>
          {text.keepIt}
        </Button>
        <Button weight={destructive ? 'destructive' : 'primary'} busy={busy} onClick={confirm}>
          {verb}
        </Button>
      </div>
    </>
  );
}
