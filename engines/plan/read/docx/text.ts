import { child, children, type Element, isOn, textOf } from '../xml.ts';
import { enclosedCharacter, symbol } from './symbols.ts';

/** Ids of the styles whose text is hidden. */
export type HiddenStyles = ReadonlySet<string>;

/** What a paragraph gives: its text, and what is anchored in it. */
export type ParagraphText = {
  text: string;
  boxes: Element[];
  pictures: number;
  /** ids of footnotes and endnotes that it refers to */
  notes: { kind: 'footnote' | 'endnote'; id: string }[];
  hidden: boolean;
  tracked: boolean;
  /** its end is deleted or hidden, so that the next paragraph continues it */
  joins: boolean;
};

/** Content that is not part of the document as it stands: deletions, the old place of moved text, comments, notes. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'delText',
  'delInstrText',
  'rPr',
  'pPr',
  'sdtPr',
  'sdtEndPr',
  'smartTagPr',
  'fldData',
  'ffData',
  'commentReference',
  'annotationRef',
  'rt',
]);
const TRACKED = new Set(['del', 'moveFrom', 'ins', 'moveTo']);

/** Ids of the styles whose text is hidden. */
export function hiddenStyles(styles: Element | undefined): HiddenStyles {
  const all = new Map(children(styles).map((style) => [style.attributes.styleId ?? '', style]));
  const hidden = new Set<string>();
  for (const id of all.keys()) {
    let at = all.get(id);
    for (let hops = 0; at && hops < 20; hops++) {
      const vanish = child(child(at, 'rPr'), 'vanish');
      if (vanish) {
        if (isOn(vanish)) hidden.add(id);
        break;
      }
      at = all.get(child(at, 'basedOn')?.attributes.val ?? '');
    }
  }
  return hidden;
}

/** A content control that still shows its prompt (单击此处输入文字) holds nothing. */
export const isPrompt = (element: Element): boolean =>
  element.name === 'sdt' && isOn(child(child(element, 'sdtPr'), 'showingPlcHdr'));

/** The branch of an alternative that is read: the first that holds anything, for both say the same. */
export function branchOf(alternative: Element): Element | undefined {
  const branches = children(alternative).filter((c) => c.name === 'Choice' || c.name === 'Fallback');
  return branches.find((b) => holds(b, 'txbxContent') || holds(b, 't') || holds(b, 'tbl')) ?? branches[0];
}

/**
 * The text of one paragraph as it reads with all tracked changes accepted: insertions in, deletions out, hidden text out,
 * results of fields in and their codes out. Text boxes are handed back unread.
 */
export function paragraphText(paragraph: Element, hidden: HiddenStyles): ParagraphText {
  const properties = child(paragraph, 'pPr');
  const mark = child(properties, 'rPr');
  const hiddenByStyle = hidden.has(child(properties, 'pStyle')?.attributes.val ?? '');
  const found: ParagraphText = {
    text: '',
    boxes: [],
    pictures: 0,
    notes: [],
    hidden: false,
    tracked: child(mark, 'del') !== undefined || child(mark, 'ins') !== undefined,
    joins: child(mark, 'del') !== undefined || child(mark, 'moveFrom') !== undefined,
  };
  // one entry per open field: its code while that is being read, undefined after the separator
  const fields: (string | undefined)[] = [];

  const put = (text: string, vanished: boolean) => {
    if (fields.some((code) => code !== undefined)) return;
    if (vanished) found.hidden ||= text.trim() !== '';
    else found.text += text;
  };
  const walk = (element: Element, vanished: boolean): void => {
    if (TRACKED.has(element.name)) found.tracked = true;
    if (LEFT_OUT.has(element.name) || isPrompt(element)) return;
    switch (element.name) {
      case 'r': {
        const own = child(element, 'rPr');
        const vanish = child(own, 'vanish');
        const style = child(own, 'rStyle')?.attributes.val;
        const off = vanish ? isOn(vanish) : (style !== undefined && hidden.has(style)) || hiddenByStyle;
        for (const c of children(element)) walk(c, off);
        return;
      }
      case 't':
        put(textOf(element), vanished);
        return;
      case 'tab':
      case 'ptab':
        put(' ', vanished);
        return;
      case 'br':
        if (!element.attributes.type?.match(/page|column/)) put('\n', vanished);
        return;
      case 'cr':
        put('\n', vanished);
        return;
      case 'noBreakHyphen':
        put('-', vanished);
        return;
      case 'sym':
        put(symbol(element), vanished);
        return;
      case 'instrText':
        if (fields.at(-1) !== undefined) fields[fields.length - 1] += textOf(element);
        return;
      case 'fldChar': {
        const kind = element.attributes.fldCharType;
        if (kind === 'begin') fields.push('');
        else if (kind === 'separate' && fields.length) fields[fields.length - 1] = undefined;
        else if (kind === 'end') put(enclosedCharacter(fields.pop() ?? ''), vanished);
        return;
      }
      case 'footnoteReference':
      case 'endnoteReference': {
        const kind = element.name === 'footnoteReference' ? 'footnote' : 'endnote';
        if (!vanished) found.notes.push({ kind, id: element.attributes.id ?? '' });
        return;
      }
      case 'f':
        fraction(element, vanished);
        return;
      case 'AlternateContent': {
        const best = branchOf(element);
        for (const c of children(best)) walk(c, vanished);
        return;
      }
      case 'txbxContent':
        found.boxes.push(element);
        return;
      case 'blip':
      case 'imagedata':
      case 'relIds':
      case 'chart':
        found.pictures++;
        return;
      default:
        for (const c of children(element)) walk(c, vanished);
    }
  };
  /** A fraction of a formula as a/b. */
  const fraction = (element: Element, vanished: boolean): void => {
    for (const [i, part] of ['num', 'den'].entries()) {
      if (i > 0) put('/', vanished);
      for (const c of children(child(element, part))) walk(c, vanished);
    }
  };
  for (const c of children(paragraph)) walk(c, false);
  const markHidden = child(mark, 'vanish');
  if ((markHidden ? isOn(markHidden) : hiddenByStyle) && found.text === '') found.joins = true;
  return found;
}

const holds = (element: Element, name: string): boolean =>
  children(element).some((c) => c.name === name || holds(c, name));
