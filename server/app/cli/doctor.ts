import { verifyChain } from '../../kernel/events/verify.ts';
import type { Config } from '../config.ts';
import { withClientarea } from './with-clientarea.ts';

/** Checks one thing after the other and says of each whether it holds; 1 when something does not. */
export async function doctor(config: Config): Promise<number> {
  console.log(`ok  settings\nok  data folder ${config.dataFolder}`);
  return withClientarea(config, async (clientarea) => {
    console.log('ok  database and migrations');
    const ctx = clientarea.system('doctor');
    let wrong = 0;
    const report = await ctx.read(verifyChain);
    if (report.intact) console.log(`ok  chain of ${report.facts} facts`);
    else {
      wrong++;
      console.log(`BAD chain: ${report.why} at position ${report.position}`);
    }
    for (const invariant of clientarea.product.invariants) {
      const violations = await ctx.read((db) => invariant.violations(db, 5));
      console.log(
        violations.length === 0
          ? `ok  ${invariant.name}`
          : `BAD ${invariant.name}\n      ${violations.join('\n      ')}`,
      );
      wrong += violations.length === 0 ? 0 : 1;
    }
    return wrong === 0 ? 0 : 1;
  });
}
