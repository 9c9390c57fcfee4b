import { cruise } from 'dependency-cruiser';
import type { ICruiseResult } from 'dependency-cruiser';
import configuration from '../../.dependency-cruiser.mjs';
import { isAboutReach, outOfReach } from './reach.ts';

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
  const direct = forbidden.filter((rule) => !isAboutReach(rule));
  const result = await cruise(folders, { ...options, ruleSet: { forbidden: direct }, validate: true });
  const { modules, summary } = result.output as ICruiseResult;
  const comments = new Map(forbidden.map(({ name, comment }) => [name, comment]));
  return {
    read: modules.length,
    violations: [
      ...summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
      ...forbidden
        .filter(isAboutReach)
        .flatMap((rule) => outOfReach(modules, rule).map((pair) => ({ rule: rule.name ?? '', ...pair }))),
    ].map((broken) => ({ ...broken, comment: comments.get(broken.rule) ?? '' })),
  };
}
