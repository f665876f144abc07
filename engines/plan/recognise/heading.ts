import type { DocumentGrid } from '../read/grid.ts';
import { findLayout } from './columns.ts';
import { chineseToNumber, itemOf, joinLines } from './numerals.ts';

/** What the title says: the plan's name, its year, its district. */
export type Heading = { title: string | null; year: number | null; district: string | null };

const PLAN =
  /(行动计划|工作计划|工作方案|实施方案|行动方案|实施计划|治理方案|专项方案|攻坚方案|任务分解|任务分工|分工表|分解表|任务清单|措施清单|项目清单|工程清单|攻坚|责任清单|重点任务|重点工作|工作要点|目标任务|工作任务|工作安排|计划表|任务表|清单表|实施意见|工作措施)/;

/** What other papers with a plan's table are called. */
const CALLED = /(?:方案|计划|清单|任务书|责任书|分解表|任务表|分工表|一览表|指标表|目标表|要点)(?:（[^）]*）)?$/;

/** Finds the plan's title among the words before its table, and year and district in it. */
export function headingOf(grid: DocumentGrid): Heading {
  const first = grid.tables.findIndex((table) => findLayout(table) !== undefined);
  const lines = grid.paragraphs
    .filter((p) => first < 0 || (p.before !== null && p.before <= first))
    .slice(0, 40)
    .flatMap((p) => p.text.split('\n'));
  const table = grid.tables[first];
  const head = table ? (findLayout(table)?.head ?? 0) : 0;
  for (const cell of table?.cells ?? []) if (cell.row < head && cell.text) lines.push(...cell.text.split('\n'));
  const title = titleAmong(lines) ?? (table?.name && PLAN.test(table.name) ? table.name : null);
  const fileTitle = grid.name.replace(/\.\w+$/, '');
  return {
    title: title ?? (PLAN.test(fileTitle) ? fileTitle : null),
    year:
      yearOf(title ?? '') ??
      yearOf(lines.find((line) => ISSUED.test(line)) ?? '') ??
      yearOf(lines.join('\n')) ??
      yearOf(fileTitle) ??
      null,
    district: districtOf(title ?? '') ?? districtOf(lines.slice(0, 12).join('\n')) ?? null,
  };
}

/** The line that names a plan, joined with a line before it when the name was broken (…区 / 2024年…计划). */
function titleAmong(lines: readonly string[]): string | null {
  const at = lines.findIndex(
    (line) => PLAN.test(line) && line.length <= 80 && !/[。；]/.test(line) && !/印发.*[《〈]|关于印发/.test(line),
  );
  const plain = lines.findIndex(
    (line) =>
      CALLED.test(line) &&
      line.length <= 60 &&
      line.length > 6 &&
      !/[。；：:]/.test(line) &&
      itemOf(line) === undefined,
  );
  if (at < 0 && plain >= 0) return lines[plain]!;
  const notice = lines.find((line) => /印发.*[《〈].*[》〉]/.test(line));
  if (at < 0) return notice ? (/印发.*?[《〈](.*)[》〉]/.exec(notice)?.[1] ?? null) : null;
  const before = lines[at - 1] ?? '';
  const broken = /(区|县|市|省|镇|政府|办公室)$/.test(before) && before.length <= 30 && !/附件|^序号/.test(before);
  const line = lines[at]!.replace(/^附件\s*\d*[：:]?\s*/, '');
  return broken ? joinLines([before, line]) : line;
}

/** The line with the day of issue. */
const ISSUED = /^20\d{2}年\d{1,2}月\d{1,2}日$/;

function yearOf(text: string): number | undefined {
  const arabic =
    /(?<!\d)(20\d{2})\s*[-—–～至]?\s*(?:20\d{2})?\s*年/.exec(text)?.[1] ?? /(?<!\d)(20[1-4]\d)(?!\d)/.exec(text)?.[1];
  if (arabic) return Number(arabic);
  const chinese = /(二[〇零○O0][一二三四五六七八九〇零○]{2})年/.exec(text)?.[1];
  return chinese ? chineseToNumber(chinese.replace(/[○O0]/g, '〇')) : undefined;
}

/** The smallest place that the title names: 北京市西城区 → 西城区, 正定县 → 正定县, 唐山市 → 唐山市. */
function districtOf(text: string): string | undefined {
  const place =
    /(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区))?(?:([\u4e00-\u9fff]{2,6}?)市)?([\u4e00-\u9fff]{1,6}?(?:新区|新城|开发区|高新区|区|县|旗))/u;
  for (const line of text.split('\n')) {
    const found = place.exec(line.replace(/^(关于印发|中共|\d{4}年度?|附件\s*\d*[：:]?|[\s《])+/, ''));
    if (
      found &&
      !/(地区|园区|社区|辖区|重点区|区域|全区|各区)/.test(line.slice(found.index, found.index + found[0].length + 1))
    )
      return found[2];
  }
  for (const line of text.split('\n')) {
    const city = /^(?:关于印发)?[《〈“\s]*(?:[\u4e00-\u9fff]{2,3}省)?([\u4e00-\u9fff]{2,4}市)/.exec(
      line.replace(/^20\d{2}年度?/, ''),
    )?.[1];
    if (city && !/(?:城市|全市|本市|我市|各市|超市)$/.test(city)) return city;
  }
  return undefined;
}
