import { useEffect } from 'react';
import { brand } from '../session/brand.ts';

/** Names the document: `INV-2026-0042 · Acme`. */
export function useTitle(title: string): void {
  const { name } = brand.use();
  useEffect(() => {
    document.title = title ? `${title} · ${name}` : name;
  }, [title, name]);
}
