import { createRequire } from 'node:module';
import { isBounded } from './bounds.ts';

/** As much of an element as is looked at. */
export interface XmlElement extends XmlNode {
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly textContent: string | null;
  readonly attributes: ArrayLike<{ readonly localName: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
}
interface XmlNode {
  readonly nodeType: number;
  readonly parentNode: XmlNode | null;
  readonly firstChild: XmlNode | null;
  readonly nextSibling: XmlNode | null;
}

// The parser that the library reads with as well. Its own types would bring the browser's to the whole server.
const { DOMParser } = createRequire(import.meta.url)('@xmldom/xmldom') as {
  DOMParser: new (options: { errorHandler: Record<'warning' | 'error' | 'fatalError', () => void> }) => {
    parseFromString(text: string, type: 'text/xml'): { documentElement: XmlElement | null } | undefined;
  };
};

export const protocol = 'urn:oasis:names:tc:SAML:2.0:protocol';
export const assertion = 'urn:oasis:names:tc:SAML:2.0:assertion';
export const metadata = 'urn:oasis:names:tc:SAML:2.0:metadata';
export const signatures = 'http://www.w3.org/2000/09/xmldsig#';

const elementNode = 1;

/**
 * A message as a tree. `<!` begins a document type, an entity, a comment or a CDATA section: no message needs one, and each has let
 * somebody in somewhere, so none is read. What a parser would only warn of is refused. Errors: `Error`.
 */
export function parseMessage(text: string): XmlElement {
  if (text.includes('<!')) throw new Error('the message holds a document type, a comment or a CDATA section');
  return parse(text);
}

/** A description somebody pastes: as a message, but comments are taken out. Errors: `Error`. */
export function parseDescription(text: string): XmlElement {
  // Without a comment that stays open, each is found in one go.
  if (text.lastIndexOf('<!--') > text.lastIndexOf('-->')) throw new Error('a comment has no end');
  return parseMessage(text.replaceAll(/<!--.*?-->/gs, ''));
}

function parse(text: string): XmlElement {
  if (text.includes('<?', 1) || (text.startsWith('<?') && !/^<\?xml\s/.test(text)))
    throw new Error('it holds a processing instruction');
  if (!isBounded(text)) throw new Error('it is deeper or wider than any message, or not well-formed');
  // What the parser says may quote what it read, which is about people; it ends in the log.
  const refuse = () => {
    throw new Error('it is not well-formed');
  };
  const errorHandler = { warning: refuse, error: refuse, fatalError: refuse };
  const document = new DOMParser({ errorHandler }).parseFromString(text, 'text/xml');
  const root = document?.documentElement;
  if (!root) throw new Error('it is no XML');
  return root;
}

/** Every element of a tree, itself first. */
export function* allOf(element: XmlElement): Generator<XmlElement> {
  const waiting = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    waiting.push(...elementsIn(next).reverse());
  }
}

export const isNamed = (element: XmlElement, namespace: string, name: string): boolean =>
  element.namespaceURI === namespace && element.localName === name;

/** The children of one name. */
export const childrenOf = (element: XmlElement, namespace: string, name: string): XmlElement[] =>
  elementsIn(element).filter((child) => isNamed(child, namespace, name));

/** The one child of a name; null when there is none or more than one. */
export function childOf(element: XmlElement | null, namespace: string, name: string): XmlElement | null {
  const found = element === null ? [] : childrenOf(element, namespace, name);
  return found.length === 1 ? found[0]! : null;
}

/** The text of an element that holds nothing else; null where it is empty or holds more. */
export function textOf(element: XmlElement | null): string | null {
  if (!element || elementsIn(element).length > 0) return null;
  return element.textContent?.trim() || null;
}

/** An attribute without a namespace; null when it is missing or empty. */
export const attributeOf = (element: XmlElement | null, name: string): string | null =>
  element?.getAttribute(name) || null;

/** The children that are elements. */
export function elementsIn(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (child.nodeType === elementNode) found.push(child as XmlElement);
  return found;
}
