import { SaxesParser } from 'saxes';
import { damaged } from './refusals.ts';

/** An element with its local name; attributes too are kept by local name, first one wins. */
export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

const MAX_DEPTH = 400;
const MAX_NODES = 4_000_000;

/**
 * Parses one XML part into a tree of local names (OOXML comes in two sets of namespaces with the same names).
 * A document type declaration is refused outright: OOXML forbids it, and it is what entity bombs need.
 * @throws Refusal document_unreadable
 */
export function parseXml(bytes: Uint8Array, part: string): Element {
  const root: Element = { name: '#root', attributes: {}, children: [] };
  const open: Element[] = [root];
  let nodes = 0;
  const parser = new SaxesParser();
  const stop = (why: string): never => {
    throw damaged(why, { part });
  };
  parser.on('error', (error) => stop(error.message));
  parser.on('doctype', () => stop('a document type declaration'));
  parser.on('opentag', (tag) => {
    if (++nodes > MAX_NODES) stop('too many elements');
    if (open.length > MAX_DEPTH) stop('nested too deeply');
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(tag.attributes)) attributes[localName(key)] ??= value;
    const element: Element = { name: localName(tag.name), attributes, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const text = (chunk: string) => open.at(-1)!.children.push(chunk);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(decodeXml(bytes)).close();
  const top = children(root)[0];
  return top ?? stop('no element');
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

export const children = (element: Element): Element[] =>
  element.children.filter((child): child is Element => typeof child !== 'string');

/** First child element of that name. */
export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((c): c is Element => typeof c !== 'string' && c.name === name);

/** All text below an element. */
export const textOf = (element: Element): string =>
  element.children.map((c) => (typeof c === 'string' ? c : textOf(c))).join('');

/** An on/off property as OOXML writes them: present without a value means on. */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off', 'none'].includes(element.attributes.val ?? '1');
}

/** Walks all elements below one, in order. */
export function* descendants(element: Element): Generator<Element> {
  for (const c of children(element)) {
    yield c;
    yield* descendants(c);
  }
}
