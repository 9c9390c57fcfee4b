const allowed = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** The tags that somebody typed; null when one of them cannot be a tag. */
export function tagsIn(typed: string): string[] | null {
  const tags = [
    ...new Set(
      typed
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  ];
  return tags.length <= 10 && tags.every((tag) => allowed.test(tag)) ? tags : null;
}
