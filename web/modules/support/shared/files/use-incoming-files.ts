import { type ClipboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * Files dropped anywhere on the page (a browser would leave the page for them) and files pasted into the field that gets `onPaste`:
 * `into` where they came into the field itself. `over` while some hover above the page.
 */
export function useIncomingFiles(
  active: boolean,
  field: RefObject<HTMLElement | null>,
  onFiles: (files: File[], into: boolean) => void,
) {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  const held = useRef<HTMLElement>(null);
  useEffect(() => {
    take.current = onFiles;
    held.current = field.current;
  });

  useEffect(() => {
    if (!active) return;
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    // Leaving for nothing is leaving the window.
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take.current([...event.dataTransfer!.files], event.target === held.current);
    };
    document.addEventListener('dragover', hover);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', hover);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [active]);

  function onPaste(event: ClipboardEvent) {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    take.current(files, true);
  }
  return { over, onPaste };
}
