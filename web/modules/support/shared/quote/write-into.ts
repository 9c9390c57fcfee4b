/** Writes into a field as its owner would, so that whoever keeps its text hears of it. */
export function writeInto(field: HTMLTextAreaElement, text: string, caret: number): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
  field.setSelectionRange(caret, caret);
}
