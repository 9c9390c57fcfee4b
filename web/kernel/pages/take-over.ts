// What the server drew knows nothing of what this browser keeps.

let takingOver = false;
let missed = false;
let times = 0;

/**
 * What this browser keeps under a name. Nothing on the server, and nothing while its drawing is being taken over: should there be
 * something, the page is drawn once more right after.
 */
export function readKept(storage: 'localStorage' | 'sessionStorage', name: string): string | null {
  if (typeof document === 'undefined') return null;
  const kept = globalThis[storage].getItem(name);
  if (!takingOver) return kept;
  missed ||= kept !== null;
  return null;
}

/** Takes over a drawing: `hydrate` once, and `draw` before anything is painted when the first left out what the browser keeps. */
export function takeOver(hydrate: () => void, draw: () => void): void {
  takingOver = true;
  hydrate();
  takingOver = false;
  if (!missed) return;
  times++;
  draw();
}

/** Names the drawing of a page: another name, another drawing. */
export const drawing = (page: number): string => `${page}.${times}`;

/** What was written and ticked before the script came; call the result once the page is taken over, to tell it. */
export function keepFields(app: HTMLElement): () => void {
  const fields = [...app.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  const ticked = fields.filter((field) => 'checked' in field && field.checked !== field.defaultChecked);
  const written = fields
    .filter((field) => field.value !== field.defaultValue)
    .map((field) => [field, field.value] as const);
  return () => {
    for (const field of ticked) field.dispatchEvent(new Event('change', { bubbles: true }));
    for (const [field, value] of written) {
      // Taking over empties some.
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
}
