import { child, children, descendants, type Element, isOn, isTrue } from '../xml.ts';
import { formatNumber } from './number-format.ts';

type Level = {
  start: number;
  format: string;
  text: string;
  suffix: string;
  restart: number | undefined;
  legal: boolean;
  style: string | undefined;
};
type Numbering = { levels: Map<number, Level>; startOverrides: Map<number, number>; abstractId: string };

const val = (element: Element | undefined) => element?.attributes.val;
const integer = (text: string | undefined, otherwise: number) => {
  const n = Number.parseInt(text ?? '', 10);
  return Number.isFinite(n) ? n : otherwise;
};

/**
 * Automatic numbering of a document: `label` is called for each numbered paragraph in order and gives what Word prints
 * before it. Counters belong to the abstract definition; a start override takes effect at the first use of its number
 * (ECMA-376 part 1, 17.9).
 */
export function numberingOf(part: Element | undefined, styles: Element | undefined) {
  const abstracts = new Map<string, Map<number, Level>>();
  const linked = new Map<string, string>();
  const linkedBy = new Map<string, string>();
  const numbers = new Map<string, Numbering>();
  for (const element of children(part)) {
    if (element.name === 'abstractNum') {
      abstracts.set(element.attributes.abstractNumId ?? '', levelsOf(element));
      const link = val(child(element, 'numStyleLink'));
      if (link) linked.set(element.attributes.abstractNumId ?? '', link);
      const links = val(child(element, 'styleLink'));
      if (links) linkedBy.set(links, element.attributes.abstractNumId ?? '');
    }
    if (element.name !== 'num') continue;
    const abstractId = val(child(element, 'abstractNumId')) ?? '';
    const levels = new Map(abstracts.get(abstractId) ?? []);
    const startOverrides = new Map<number, number>();
    for (const over of children(element).filter((c) => c.name === 'lvlOverride')) {
      const at = integer(over.attributes.ilvl, 0);
      for (const [level, definition] of levelsOf(over)) levels.set(level, definition);
      const start = val(child(over, 'startOverride'));
      if (start !== undefined) startOverrides.set(at, integer(start, 1));
    }
    numbers.set(element.attributes.numId ?? '', { levels, startOverrides, abstractId });
  }
  const byStyle = styleNumbering(styles);
  const standard =
    children(styles).find((s) => s.attributes.type === 'paragraph' && isTrue(s.attributes.default))?.attributes
      .styleId ?? '';
  const counters = new Map<string, (number | undefined)[]>();
  const overridden = new Set<string>();

  const definition = (numId: string): Numbering | undefined => {
    const found = numbers.get(numId);
    const link = found && linked.get(found.abstractId);
    const target = link ? byStyle.get(link)?.numId : undefined;
    if (target && target !== numId && numbers.has(target)) return numbers.get(target);
    const levels = link ? abstracts.get(linkedBy.get(link) ?? '') : undefined;
    return found && levels ? { ...found, levels: new Map([...levels, ...found.levels]) } : found;
  };

  /** @param properties the paragraph's pPr @returns the printed label, '' without numbering */
  return (properties: Element | undefined): string => {
    const own = child(properties, 'numPr');
    const styleId = val(child(properties, 'pStyle')) ?? standard;
    const style = byStyle.get(styleId);
    const numId = val(child(own, 'numId')) ?? style?.numId;
    if (numId === undefined || numId === '0') return '';
    const numbering = definition(numId);
    const named = [...(numbering?.levels ?? [])].find(([, level]) => level.style && level.style === styleId)?.[0];
    const at = integer(val(child(own, 'ilvl')), style?.level ?? named ?? 0);
    const level = numbering?.levels.get(at);
    if (!numbering || !level) return '';
    const counts = counters.get(numbering.abstractId) ?? [];
    counters.set(numbering.abstractId, counts);
    const override = numbering.startOverrides.get(at);
    const mark = `${numId}/${at}`;
    if (override !== undefined && !overridden.has(mark)) {
      overridden.add(mark);
      counts[at] = override;
    } else counts[at] = counts[at] === undefined ? level.start : counts[at] + 1;
    for (let deeper = at + 1; deeper < counts.length; deeper++) {
      const restart = numbering.levels.get(deeper)?.restart;
      if (restart === undefined || (restart > 0 && at < restart)) counts[deeper] = undefined;
    }
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1;
      const other = numbering.levels.get(of);
      return formatNumber(counts[of] ?? other?.start ?? 1, level.legal ? 'decimal' : (other?.format ?? 'decimal'));
    });
    if (level.format === 'bullet') return '';
    return label + (level.suffix === 'space' || (level.suffix === 'tab' && /[\dA-Za-z]$/.test(label)) ? ' ' : '');
  };
}

function levelsOf(element: Element): Map<number, Level> {
  return new Map(
    children(element)
      .filter((c) => c.name === 'lvl')
      .map((level) => [
        integer(level.attributes.ilvl, 0),
        {
          start: integer(val(child(level, 'start')), 1),
          format: formatOf(level),
          text: val(child(level, 'lvlText')) ?? '',
          suffix: val(child(level, 'suff')) ?? 'tab',
          restart: child(level, 'lvlRestart') ? integer(val(child(level, 'lvlRestart')), 0) : undefined,
          legal: isOn(child(level, 'isLgl')),
          style: val(child(level, 'pStyle')),
        },
      ]),
  );
}

/** A level's format; a format of newer Word stands beside the one for older readers. */
function formatOf(level: Element): string {
  const direct = val(child(level, 'numFmt'));
  if (direct) return direct;
  const formats = [...descendants(child(level, 'AlternateContent'))].filter((e) => e.name === 'numFmt');
  return formats.map(val).find((format) => format && format !== 'custom') ?? 'decimal';
}

/** Numbering that a style brings, its ancestors' included; without a level of its own the one that names the style. */
function styleNumbering(styles: Element | undefined): Map<string, { numId: string; level: number | undefined }> {
  const all = new Map(children(styles).map((style) => [style.attributes.styleId ?? '', style]));
  const found = new Map<string, { numId: string; level: number | undefined }>();
  for (const id of all.keys()) {
    let at: Element | undefined = all.get(id);
    for (let hops = 0; at && hops < 20; hops++) {
      const numPr = child(child(at, 'pPr'), 'numPr');
      const numId = val(child(numPr, 'numId'));
      if (numId !== undefined) {
        const level = val(child(numPr, 'ilvl'));
        found.set(id, { numId, level: level === undefined ? undefined : integer(level, 0) });
        break;
      }
      at = all.get(val(child(at, 'basedOn')) ?? '');
    }
  }
  return found;
}
