import type { ReadTarget } from '../reading.types.ts';
import type { Clause } from './clauses.ts';
import { alike, boundOf, LIMITING, objectOf, PLACE, target, targetOf } from './figure-target.ts';
import type { Quantity } from './quantities.ts';
import { subjectOf } from './subject.ts';
import { DONE } from './trigger-words.table.ts';

/** Figures that stand together: 分别下降10%和12%, 12台86蒸吨, 35处、8.6公顷. The first one says what all of them are. */
type Group = [Quantity, ...Quantity[]];

/** What a figure turned out to be, kept for those after it that only name another place or thing (东镇5家、西镇10家). */
type Known = { target: ReadTarget; unit: string; sentence: number; end: number };

const BETWEEN = /^\s*(?:[、和及与/]|以及|，?(?:共计|合计|共|计|约)|[（(](?:共计|合计|共|计|约)?)?\s*$/;
/** 东镇、西镇和南镇… before as many figures: one for each. */
const LIST_OF_PLACES =
  /((?:[\u4e00-\u9fff]{1,6}(?:区|县|市|镇|乡|街道)[、和及])+[\u4e00-\u9fff]{1,5}?(?:区|县|市|镇|乡|街道))/;
/** All targets that the figures of a text set, clause by clause. */
export class FigureReader {
  private readonly text: string;
  private known: Known | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Targets of one clause's figures; those that only describe (4.5吨以下车辆, 100米范围) are left out. */
  read(clause: Clause, quantities: readonly Quantity[]): ReadTarget[] {
    const out: ReadTarget[] = [];
    let from = clause.start;
    for (const group of groupsOf(this.text, quantities)) {
      const found = this.ofGroup(clause, group, from, out.length > 0);
      from = group.at(-1)!.end;
      if (found.length === 0) continue;
      out.push(...found);
      this.known = { target: found[0]!, unit: group[0].unit, sentence: clause.sentence, end: from };
    }
    return out;
  }

  private ofGroup(clause: Clause, group: Group, from: number, follows: boolean): ReadTarget[] {
    const { text } = this;
    const [first] = group;
    const last = group.at(-1)!;
    const right = text.slice(last.end, clause.end);
    const suffix = group.every((q) => q.unit === first.unit || q.suffix === '') ? last.suffix : first.suffix;
    const asOne = { ...first, suffix: first.suffix || (last.unit === first.unit ? suffix : '') };
    const whole = targetOf(text, clause, asOne, text.slice(clause.start, first.start), right);
    // after another figure of the clause only the words since then count, and where those say nothing it is like that one
    const local = follows ? targetOf(text, clause, asOne, text.slice(from, first.start), right) : whole;
    const one =
      local ?? this.likeTheLast(clause, asOne, text.slice(from, first.start), right) ?? (follows ? undefined : whole);
    if (!one) return [];
    // 下降10%以上或低于110微克/立方米: the same thing, said twice
    if (follows && one.confidence <= 0.6 && this.known) one.what = this.known.target.what;
    const places =
      group.length > 1
        ? (LIST_OF_PLACES.exec(text.slice(clause.start, first.start))?.[1]?.split(/[、和及]/) ?? [])
        : [];
    const subjects = /分别/.test(text.slice(clause.start, first.start)) ? listed(one.what) : [];
    return group.map((quantity, i) => {
      const named = subjects.length === group.length ? subjects[i]! : i > 0 ? one.what.replace(/分别/, '') : one.what;
      return {
        ...one,
        what: (places.length === group.length ? one.what.replace(LIST_OF_PLACES, '') : named).replace(/分别/, ''),
        ...(places.length === group.length ? { scope: places[i]! } : {}),
        value: boundOf(quantity, one.operator),
        unit: quantity.unit || null,
        operator: quantity === first ? one.operator : alike(one.operator, quantity),
        ...(quantity.unit === first.unit ? {} : { confidence: Math.min(one.confidence, 0.75) }),
      };
    });
  }

  /** 东镇5家、西镇10家; 新建充电桩200个、换电站5座; 其中…8000亩: the verb stands with the figure before. */
  private likeTheLast(clause: Clause, quantity: Quantity, words: string, right: string): ReadTarget | undefined {
    const { known, text } = this;
    // what stands before the last 、 belongs to the figure before: 10个绿色工厂、3个绿色园区
    const cut = /[和及与]$/.test(words) ? words.length - 1 : words.search(/[、，][^、，]*$/);
    const named = words
      .slice(cut + 1)
      .replace(/^[\s；：:（()）和及与其中共]+/, '')
      .trim();
    if (quantity.kind === 'time' || named.length > 16 || /[，；。]/.test(named)) return undefined;
    const place = PLACE.exec(named)?.[1]?.replace(/[、和及]$/, '');
    const opened = text[clause.start - 1] === '：' && clause.previous ? clause.previous : undefined;
    if (place && opened) {
      const verb = [...text.slice(opened.start, opened.end).matchAll(DONE)].at(-1);
      if (verb) {
        const subject = subjectOf(text.slice(opened.start, opened.end));
        return target(text, clause, quantity, { ...subject, scope: place }, '>=', 0.7);
      }
    }
    if (!known || known.sentence !== clause.sentence) return undefined;
    const near = quantity.start - known.end < 40;
    const same = known.unit === quantity.unit;
    if (/^(?:合计|共计|总计|共|累计)$/.test(words.replace(/^[，、]/, '')) && right === '')
      return { ...target(text, clause, quantity, empty, known.target.operator, 0.75), what: known.target.what };
    if (place && same)
      return {
        ...target(text, clause, quantity, empty, known.target.operator, 0.8),
        what: known.target.what,
        scope: place,
      };
    const listed =
      cut >= 0 ||
      /^[和及与]/.test(words) ||
      (same && words.replace(/^其中/, '') === named && text[clause.start - 1] === '，');
    if (!near || !listed || quantity.kind === 'amount') return undefined;
    // 10座加油站改造，5座储油库检测: the thing stands behind the figure
    const what = named || /^[\u4e00-\u9fff“”A-Za-z]{2,24}$/.exec(objectOf(right))?.[0];
    if (
      !what ||
      (named !== '' && LIMITING.test(right) && !/^(?:开展|进行|实施|完成|等)/.test(right)) ||
      (named === '' && !same)
    )
      return undefined;
    return {
      ...target(text, clause, quantity, { ...empty, what }, known.target.operator, 0.75),
      period: known.target.period,
    };
  }
}

const empty = { what: '', scope: null, period: null };

function groupsOf(text: string, quantities: readonly Quantity[]): Group[] {
  const groups: Group[] = [];
  for (const quantity of quantities) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const joins =
      before &&
      BETWEEN.test(text.slice(before.end, quantity.start)) &&
      before.kind !== 'time' &&
      quantity.kind !== 'time';
    if (joins && !/以[上下]/.test(before.suffix)) group!.push(quantity);
    else groups.push([quantity]);
  }
  return groups;
}

/** PM10和PM2.5年均浓度分别: the things that figures stand for one by one. */
function listed(what: string): string[] {
  const named = what.replace(/分别.*$/, '');
  const items = named.split(/、|和|及|与/).filter(Boolean);
  const tail =
    /(?:年均|平均|月均)?(?:浓度|[货客]运量|周转量|消费量|使用量|用量|排放总?量|天数|比例|占比|总量)(?:[^、和及与]*)$/.exec(
      items.at(-1) ?? '',
    )?.[0] ?? '';
  return items.map((item) => (tail && !item.endsWith(tail) ? item + tail : item));
}
