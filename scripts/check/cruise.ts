import { cruise } from 'dependency-cruiser';
import type { ICruiseResult } from 'dependency-cruiser';
import configuration from '../../.dependency-cruiser.mjs';

export interface Violation {
  rule: string;
  from: string;
  to: string;
  comment: string;
}

/**
 * Reads the imports of folders below `root` and returns what breaks a rule, with how many files were read. The program of that
 * name refuses Node 20, its library does not.
 */
export async function findViolations(
  root: string,
  folders: string[],
): Promise<{ read: number; violations: Violation[] }> {
  const { forbidden, options } = configuration;
  // Its own `baseDir` does not find packages in folders above.
  process.chdir(root);
  const result = await cruise(folders, { ...options, ruleSet: { forbidden }, validate: true });
  const { modules, summary } = result.output as ICruiseResult;
  const comments = new Map(forbidden.map(({ name, comment }) => [name, comment]));
  return {
    read: modules.length,
    violations: summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      from,
      to,
      comment: comments.get(rule.name) ?? '',
    })),
  };
}
