/** What is selected of the words of a message; empty where nothing is, or more than they. */
export function selectedIn(message: string): string {
  const selection = getSelection();
  const words = document.querySelector(`li[id="${CSS.escape(message)}"] .prose`);
  if (!selection || selection.isCollapsed || !words) return '';
  const within = words.contains(selection.anchorNode) && words.contains(selection.focusNode);
  return within ? selection.toString().trim() : '';
}

/** The message in whose words something is selected. */
export function selectedMessage(): string | null {
  const node = getSelection()?.anchorNode;
  return node?.parentElement?.closest('.prose')?.closest('li[id]')?.id ?? null;
}
