import type { IForbiddenRuleType, IModule } from 'dependency-cruiser';

interface Paths {
  path?: string | string[];
  pathNot?: string | string[];
}

/** A rule of what may be reached through any number of imports. */
type ReachRule = IForbiddenRuleType & { from: Paths; to: Paths & { reachable: boolean } };

export function isAboutReach(rule: IForbiddenRuleType): rule is ReachRule {
  return 'to' in rule && 'reachable' in rule.to;
}

/**
 * What breaks a rule of reach, found by one walk for each file that a rule begins from. dependency-cruiser walks once for each pair of
 * files, which takes longer than all other rules together.
 */
export function outOfReach(
  modules: readonly IModule[],
  { from, to }: ReachRule,
): { from: string; to: string }[] {
  const imports = new Map(
    modules.map(({ source, dependencies }) => [source, dependencies.map(({ resolved }) => resolved)]),
  );
  const sources = [...imports.keys()];
  const starts = sources.filter(matches(from));
  const targets = sources.filter(matches(to));
  if (to.reachable)
    return starts.flatMap((start) => {
      const reached = reachedFrom([start], imports);
      return targets
        .filter((target) => target !== start && reached.has(target))
        .map((target) => ({ from: start, to: target }));
    });
  const reached = reachedFrom(starts, imports);
  return targets.filter((target) => !reached.has(target)).map((target) => ({ from: target, to: target }));
}

function reachedFrom(starts: readonly string[], imports: ReadonlyMap<string, string[]>): Set<string> {
  const reached = new Set(starts);
  for (const one of reached) for (const next of imports.get(one) ?? []) reached.add(next);
  return reached;
}

function matches({ path, pathNot }: Paths): (source: string) => boolean {
  const [some, none] = [path, pathNot].map((paths) => [paths ?? []].flat().map((text) => new RegExp(text)));
  return (source) =>
    (some!.length === 0 || some!.some((one) => one.test(source))) && !none!.some((one) => one.test(source));
}
