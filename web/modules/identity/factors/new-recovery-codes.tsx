import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useFactorText } from '../text/factors.ts';

/** The codes, this once: to copy or to keep in a file. */
export function NewRecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { codes: words } = useFactorText();
  const [copied, setCopied] = useState(false);
  const all = `${codes.join('\n')}\n`;
  async function copy() {
    await navigator.clipboard.writeText(all);
    setCopied(true);
  }
  function download() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([all], { type: 'text/plain' }));
    link.download = words.file;
    link.click();
    URL.revokeObjectURL(link.href);
  }
  return (
    <Dialog open onClose={onClose} title={words.title}>
      <p className="text-body text-muted">{words.lead}</p>
      <ol className="grid gap-1 rounded border border-line bg-sunken p-3 font-mono text-13" translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button weight="secondary" icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
          {copied ? words.copied : words.copy}
        </Button>
        <Button weight="secondary" icon="download" onClick={download}>
          {words.download}
        </Button>
      </div>
      <Button wide onClick={onClose}>
        {words.saved}
      </Button>
    </Dialog>
  );
}
