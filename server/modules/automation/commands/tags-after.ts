/** The tags of a ticket when some were added and others taken off, as a change of it; no change where there is nothing to do. */
export function tagsAfter(
  { addTags, removeTags }: { addTags: readonly string[]; removeTags: readonly string[] },
  now: readonly string[],
): { tags?: string[] } {
  if (addTags.length + removeTags.length === 0) return {};
  const kept = [...new Set([...now, ...addTags])].filter((tag) => !removeTags.includes(tag));
  return { tags: kept.slice(0, 10) };
}
