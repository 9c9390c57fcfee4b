export interface Part {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Cells of the table of common parts; what is larger is shown as taken out and put in as a whole. */
const mostCells = 400_000;

/** What became of a text, by words: joined without what was added it is the old one, without what was removed the new one. */
export function diff(from: string, to: string): Part[] {
  const [old, now] = [tokensOf(from), tokensOf(to)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end += 1;
  const parts: Part[] = [];
  add(parts, 'same', old.slice(0, start));
  between(parts, old.slice(start, old.length - end), now.slice(start, now.length - end));
  add(parts, 'same', old.slice(old.length - end));
  return parts;
}

/** Words, spaces between them, and single marks. */
function tokensOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
}

function add(parts: Part[], kind: Part['kind'], tokens: readonly string[]): void {
  if (tokens.length === 0) return;
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += tokens.join('');
  else parts.push({ kind, text: tokens.join('') });
}

/** The longest that both have in common stays; of the rest the removed comes before the added. */
function between(parts: Part[], old: readonly string[], now: readonly string[]): void {
  const width = now.length + 1;
  if ((old.length + 1) * width > mostCells) {
    add(parts, 'removed', old);
    add(parts, 'added', now);
    return;
  }
  const common = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        old[i] === now[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  let [i, j] = [0, 0];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    add(parts, 'removed', removed);
    add(parts, 'added', added);
    [removed, added] = [[], []];
  };
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      flush();
      add(parts, 'same', [old[i]!]);
      i += 1;
      j += 1;
    } else if (
      j >= now.length ||
      (i < old.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      removed.push(old[i]!);
      i += 1;
    } else {
      added.push(now[j]!);
      j += 1;
    }
  }
  flush();
}
