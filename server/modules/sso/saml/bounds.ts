/** An answer is some seven elements deep, metadata some ten. */
const mostDeep = 40;
const mostAttributes = 60;

const tag = /^(\/?)[^\s<>"'=/]+((?:\s+[^\s<>"'=/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/;
const attribute = /[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*')/g;

/**
 * Whether XML without comments and CDATA is as shallow and its tags are as short as anybody needs. What reads and canonicalizes XML takes
 * time that grows with depth times names, and anybody may post some, so this is asked first; it takes time that grows with the length.
 */
export function isBounded(text: string): boolean {
  let depth = 0;
  const [before, ...pieces] = text.replace(/^<\?[^<]*/, '').split('<');
  if (before!.trim() !== '') return false;
  for (const piece of pieces) {
    const found = tag.exec(piece);
    if (!found) return false;
    const [, closes, attributes, isEmpty] = found;
    if ((attributes!.match(attribute)?.length ?? 0) > mostAttributes) return false;
    if (closes) depth--;
    else if (!isEmpty) depth++;
    if (depth > mostDeep) return false;
  }
  return true;
}
