import { child, children, type Element, isOn, textOf } from './xml.ts';

/** What the styles say about hidden text. */
export type HiddenStyles = ReadonlySet<string>;

/** What a paragraph gives: its text, and what is anchored in it. */
export type ParagraphText = { text: string; boxes: Element[]; pictures: number };

/** Content that is not part of the document as it stands: deletions, the old place of moved text, comments, notes. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'rPr',
  'pPr',
  'sdtPr',
  'sdtEndPr',
  'smartTagPr',
  'fldData',
  'footnoteReference',
  'endnoteReference',
  'commentReference',
  'annotationRef',
  'rt',
]);

/** Characters of the Symbol font that plans use; others of such fonts are shown as a replacement character. */
const SYMBOLS: Record<string, string> = {
  A3: '≤',
  B3: '≥',
  B1: '±',
  B0: '°',
  B4: '×',
  B8: '÷',
  B7: '•',
  BB: '≈',
  B9: '≠',
  '6D': 'μ',
  D7: '·',
  A5: '∞',
};

/** Ids of the styles whose text is hidden. */
export function hiddenStyles(styles: Element | undefined): HiddenStyles {
  const all = new Map((styles ? children(styles) : []).map((style) => [style.attributes.styleId ?? '', style]));
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

/**
 * The text of one paragraph as it reads with all tracked changes accepted: insertions in, deletions out, hidden text out,
 * results of fields in and their codes out. Text boxes are handed back unread.
 */
export function paragraphText(paragraph: Element, hidden: HiddenStyles): ParagraphText {
  const found: ParagraphText = { text: '', boxes: [], pictures: 0 };
  // one entry per open field: true while its code is being read, before the separator
  const fields: boolean[] = [];
  const hiddenByStyle = hidden.has(child(child(paragraph, 'pPr'), 'pStyle')?.attributes.val ?? '');

  const put = (text: string) => {
    if (!fields.includes(true)) found.text += text;
  };
  const walk = (element: Element, vanished: boolean): void => {
    if (LEFT_OUT.has(element.name)) return;
    switch (element.name) {
      case 'r': {
        const properties = child(element, 'rPr');
        const vanish = child(properties, 'vanish');
        const style = child(properties, 'rStyle')?.attributes.val;
        const off = vanish ? isOn(vanish) : (style !== undefined && hidden.has(style)) || hiddenByStyle;
        for (const c of children(element)) walk(c, off);
        return;
      }
      case 't':
        if (!vanished) put(textOf(element));
        return;
      case 'tab':
      case 'ptab':
        if (!vanished) put(' ');
        return;
      case 'br':
        if (!vanished && !element.attributes.type?.match(/page|column/)) put('\n');
        return;
      case 'cr':
        if (!vanished) put('\n');
        return;
      case 'noBreakHyphen':
        if (!vanished) put('-');
        return;
      case 'sym':
        if (!vanished) put(symbol(element));
        return;
      case 'fldChar': {
        const kind = element.attributes.fldCharType;
        if (kind === 'begin') fields.push(true);
        else if (kind === 'separate' && fields.length) fields[fields.length - 1] = false;
        else if (kind === 'end') fields.pop();
        return;
      }
      case 'AlternateContent': {
        // the same picture or box twice, for new and old readers: the first that holds anything
        const branches = children(element).filter((c) => c.name === 'Choice' || c.name === 'Fallback');
        const best = branches.find((b) => holds(b, 'txbxContent') || holds(b, 't')) ?? branches[0];
        if (best) for (const c of children(best)) walk(c, vanished);
        return;
      }
      case 'txbxContent':
        found.boxes.push(element);
        return;
      case 'blip':
      case 'imagedata':
        found.pictures++;
        return;
      default:
        for (const c of children(element)) walk(c, vanished);
    }
  };
  for (const c of children(paragraph)) walk(c, false);
  return found;
}

function symbol(element: Element): string {
  const code = Number.parseInt(element.attributes.char ?? '', 16);
  if (!Number.isFinite(code)) return '';
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/symbol/i.test(element.attributes.font ?? '')) return SYMBOLS[low.toString(16).toUpperCase()] ?? '\ufffd';
  return code >= 0xe000 && code <= 0xf8ff ? '\ufffd' : String.fromCodePoint(code);
}

const holds = (element: Element, name: string): boolean =>
  children(element).some((c) => c.name === name || holds(c, name));
