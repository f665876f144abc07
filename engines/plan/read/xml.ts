import { SaxesParser } from 'saxes';
import { damaged, tooMuch } from './refusals.ts';

/** An element with its local name; attributes too are kept by local name, first one wins. */
export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

/** Stands where an element is missing. */
export const NOTHING: Element = { name: '', attributes: {}, children: [] };

const MAX_DEPTH = 400;
const MAX_ELEMENTS = 400_000;

/**
 * Parses one XML part into a tree of local names (OOXML comes in two sets of namespaces with the same names).
 * A document type declaration is refused outright: OOXML forbids it, and it is what entity bombs need.
 * @throws Refusal document_unreadable, document_too_large
 */
export function parseXml(bytes: Uint8Array, part: string): Element {
  const root: Element = { name: '#root', attributes: {}, children: [] };
  const open: Element[] = [root];
  let elements = 0;
  const parser = new SaxesParser();
  const stop = (why: string): never => {
    throw damaged(why, { part });
  };
  parser.on('error', (error) => stop(error.message));
  parser.on('doctype', () => stop('a document type declaration'));
  parser.on('opentag', (tag) => {
    if (++elements > MAX_ELEMENTS) throw tooMuch({ part, elements });
    if (open.length > MAX_DEPTH) stop('nested too deeply');
    const attributes: Record<string, string> = {};
    for (const key in tag.attributes) attributes[localName(key)] ??= tag.attributes[key] as string;
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

/** By the mark at the beginning, by the zero bytes of the first `<`, else by what the declaration says (UTF-8). */
function decodeXml(bytes: Uint8Array): string {
  const as = (label: string) => new TextDecoder(label).decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be');
  if (bytes[0] === 0x3c && bytes[1] === 0) return as('utf-16le');
  if (bytes[0] === 0 && bytes[1] === 0x3c) return as('utf-16be');
  const declaration = new TextDecoder('latin1').decode(bytes.subarray(0, 120));
  const named = /^<\?xml[^>]*encoding=["'](gbk|gb2312|gb18030)["']/i.test(declaration);
  return named ? as('gb18030') : as('utf-8');
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

export const children = (element: Element | undefined): Element[] =>
  element?.children.filter((child): child is Element => typeof child !== 'string') ?? [];

/** First child element of that name. */
export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((c): c is Element => typeof c !== 'string' && c.name === name);

/** All text below an element. */
export const textOf = (element: Element): string =>
  element.children.map((c) => (typeof c === 'string' ? c : textOf(c))).join('');

/** An on/off property as OOXML writes them: present without a value means on. */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && isTrue(element.attributes.val ?? '1');
}

/** An on/off attribute. */
export const isTrue = (value: string | undefined): boolean =>
  value !== undefined && !['0', 'false', 'off', 'none', ''].includes(value);

/** Walks all elements below one, in order. */
export function* descendants(element: Element | undefined): Generator<Element> {
  for (const c of children(element)) {
    yield c;
    yield* descendants(c);
  }
}
