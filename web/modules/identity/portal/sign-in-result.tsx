import type { SignInLine } from '../../../../server/modules/identity/contract.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

/** What became of a sign-in, where that is worth a chip; `plain` says it of all others. */
export function SignInResult({ line, plain }: { line: SignInLine; plain?: string }) {
  const { signIns } = useText();
  if (line.refused) return <StatusChip tone="danger">{signIns.refused[line.refused]}</StatusChip>;
  if (line.disowned) return <StatusChip tone="danger">{signIns.disowned}</StatusChip>;
  if (line.unusual) return <StatusChip tone="attention">{signIns.unusual[line.unusual]}</StatusChip>;
  return plain ? <StatusChip tone="good">{plain}</StatusChip> : null;
}
