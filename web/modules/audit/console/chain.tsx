import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { useText } from '../text/index.ts';

interface ChainEnd {
  position: string;
  /** Hex. */
  head: string;
  /** Facts not yet in the chain. */
  unsealed: number;
}

/** Where the chain of facts ends: what an auditor writes down to compare later. */
export function Chain() {
  const { audit: words } = useText();
  const format = useFormat();
  const { position, head, unsealed } = useData<ChainEnd>('/api/console/audit/chain');
  return (
    <Card title={words.chain} className="mt-4">
      <p className="max-w-[70ch] text-body text-muted">{words.chainLead}</p>
      <p className="mt-3 text-body">
        <span className="font-medium">{words.sealed(format.number(Number(position)))}</span>
        <span className="text-muted"> · {words.waiting(unsealed)}</span>
      </p>
      <div className="mt-1 flex items-center gap-1">
        <code className="min-w-0 text-13 break-all">{head}</code>
        <CopyButton value={`${position} ${head}`} what={words.head} />
      </div>
    </Card>
  );
}
