/** Number and code of an order that is looked at. */
export interface Asked {
  number: string;
  code: string;
}

const name = 'order-lookup';

/** Keeps them for this tab, while somebody pays elsewhere and comes back. */
export function keepLookup({ number, code }: Asked): void {
  sessionStorage.setItem(name, JSON.stringify({ number, code }));
}

/** Takes what was kept; it is gone then. */
export function takeLookup(): Asked | null {
  const kept = sessionStorage.getItem(name);
  sessionStorage.removeItem(name);
  return kept === null ? null : (JSON.parse(kept) as Asked);
}

/** What the mailed link says behind its '#', which browsers keep out of requests; the code only where the mail brought it. */
export function lookupOfFragment(): Partial<Asked> {
  const said = new URLSearchParams(location.hash.slice(1));
  const number = said.get('number');
  const code = said.get('code');
  return { ...(number && { number }), ...(code && { code }) };
}
