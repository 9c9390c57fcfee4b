/**
 * Puts text where the cursor of a field is, as if it had been typed. What is left open in it (`{{invoice}}`) is marked, so that the next
 * key replaces it.
 */
export function insertText(field: HTMLTextAreaElement, text: string): void {
  const start = field.selectionStart;
  field.setRangeText(text, start, field.selectionEnd, 'end');
  const open = /\{\{[^{}]*\}\}/.exec(text);
  if (open) field.setSelectionRange(start + open.index, start + open.index + open[0].length);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
