import { useState } from 'react';
import { useKernelText } from '../kernel/text/index.ts';
import { IconButton } from './button.tsx';

/** Copies a value; `what` names it: “Copy account number”. */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const text = useKernelText();
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  }
  return (
    <>
      <IconButton
        icon={copied ? 'check' : 'copy'}
        label={copied ? text.copied : text.copy(what)}
        onClick={() => void copy()}
      />
      <span role="status" className="sr-only">
        {copied ? text.copied : ''}
      </span>
    </>
  );
}
