import type { Head } from './rendered.ts';
import { useTitle } from './title.ts';

let told: Head | null = null;

function tell(head: Head): void {
  told = head;
}

/** Names the document, and on the server tells what stands in its head. */
export function useHead(head: Head): void {
  useTitle(head.title);
  tell(head);
}

/** What the page just drawn told, once. */
export function takeHead(): Head {
  const head = told;
  told = null;
  return head ?? { title: '', hidden: true };
}
