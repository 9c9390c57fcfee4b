import { verifyChain } from '../../kernel/events/verify.ts';
import type { Config } from '../config.ts';
import { withClientarea } from './with-clientarea.ts';

export async function auditVerify(config: Config): Promise<number> {
  const report = await withClientarea(config, (clientarea) =>
    clientarea.system('audit verify').read(verifyChain),
  );
  if (report.intact) {
    console.log(`The chain of ${report.facts} facts is intact. It ends with ${report.head}.`);
    return 0;
  }
  console.error(
    `The chain is broken at position ${report.position}${report.id ? ` (fact ${report.id})` : ''}: ${report.why}.`,
  );
  return 1;
}
