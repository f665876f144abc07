import type { DocumentGrid, GridTable } from '../read/grid.ts';
import { cellFinder } from '../read/grid.ts';
import { roleOf } from './columns.ts';
import { itemOf, joinedOnce } from './numerals.ts';
import { blankField, type RawChapter, type RawMeasure } from './raw.ts';

const PLACES =
  /^(?:各?(?:镇街|街镇|街道|乡镇|镇|乡|区县|县区|县市区|区域|属地|辖区|板块|园区)|单位|名称|地区|责任单位|街道（地区）)(?:（[^）]*）)?(?:名称)?$/;
const NUMBERS = /^(?:序号|编号|序)$/;
const MEASURED =
  /(?:目标|浓度|PM|降尘|天数|比率|比例|指标|数量|任务|残存量|负荷|指数|（[^）]*\/[^）]*）|\([^)]*\/[^)]*\)|辆|家|台|户|吨|％|%)/;
const FIGURE = /^[≤≥<>＜＞≦≧]?\s*\d+(?:\.\d+)?\s*[\u4e00-\u9fffA-Za-z%％/³²·]*(?:以[上下内]|左右)?$/;

/**
 * Tables that only set figures for each place (街道 | PM2.5目标（微克/立方米） | 降尘量目标): one chapter each, a measure per
 * place. Its words are put together from the heads and cells; nothing else in the document says them.
 */
export function goalTables(grid: DocumentGrid, read: ReadonlySet<number>): RawChapter[] {
  return grid.tables.flatMap((table, index) => {
    if (read.has(index)) return [];
    const measures = measuresOf(table);
    if (measures.length === 0) return [];
    const caption = captionOf(grid, index);
    const title = caption?.title ?? '目标分解';
    return [{ no: caption?.no ?? null, title, tasks: [{ no: null, title, measures, uncertain: [] }] }];
  });
}

function measuresOf(table: GridTable): RawMeasure[] {
  const at = cellFinder(table);
  for (let head = 0; head < Math.min(4, table.rows); head++) {
    const heads = Array.from({ length: table.columns }, (_, c) =>
      joinedOnce(at(head, c)?.text ?? '').replace(/\s/g, ''),
    );
    const place = heads.findIndex((text) => PLACES.test(text));
    const figures = heads.flatMap((text, c) => (c > place && MEASURED.test(text) && !NUMBERS.test(text) ? [c] : []));
    if (place < 0 || figures.length === 0) continue;
    const out: RawMeasure[] = [];
    for (let row = head + 1; row < table.rows; row++) {
      const name = joinedOnce(at(row, place)?.text ?? '').replace(/\s/g, '');
      const cells = figures.flatMap((c) => {
        const text = (at(row, c)?.text ?? '').replace(/\s/g, '');
        return FIGURE.test(text) ? [{ head: heads[c]!, text }] : [];
      });
      if (!name || cells.length === 0 || /^(?:合计|总计|小计)$/.test(name)) continue;
      const measure = measureOf(name, cells, { ...at(row, place)!.source });
      for (const [c, text] of heads.entries()) {
        const role = c === place ? undefined : roleOf(text);
        const words = at(row, c)?.text ?? '';
        if (words && (role === 'lead' || role === 'support' || role === 'deadline'))
          measure[role] = { text: words, state: 'own' };
      }
      out.push(measure);
    }
    if (out.length > 1) return out;
  }
  return [];
}

function measureOf(
  place: string,
  cells: readonly { head: string; text: string }[],
  source: RawMeasure['source'],
): RawMeasure {
  const goals = cells.map(({ head, text }) => {
    const unit = /[（(]([^（()）]*)[）)]$/.exec(head)?.[1]?.replace(/^单位[：:]/, '') ?? '';
    const what = head
      .replace(/[（(][^（()）]*[）)]$/, '')
      .replace(/(?:控制)?(?:年度)?(?:目标|任务|指标)(?:值|数)?$/, '');
    const signed = /^[≤≥<>＜＞≦≧]/.test(text) ? text : `达到${text}`;
    return `${what || head}${signed}${/[\u4e00-\u9fffA-Za-z%％]/.test(text) ? '' : unit}`;
  });
  return {
    text: `${place}：${cells.map(({ head, text }) => `${head}${text}`).join('；')}`,
    deadline: blankField(),
    lead: { text: place, state: 'own' },
    support: blankField(),
    coordinator: blankField(),
    goal: goals.join('\n'),
    place,
    source,
    uncertain: [
      {
        where: 'text',
        what: place,
        note: {
          zh: '本条由分解目标表的一行组成，文字由表头与单元格拼成，请核对',
          en: 'This measure is one row of a table of goals; its words are put together from head and cells, please check',
        },
      },
    ],
  };
}

/** The last short line before a table: its caption or the heading above it. */
function captionOf(grid: DocumentGrid, index: number): { title: string; no: number | null } | undefined {
  const line = grid.paragraphs
    .filter((p) => p.before === index)
    .at(-1)
    ?.text.split('\n')
    .at(-1);
  if (!line || line.length > 40 || /[。；]$/.test(line)) return undefined;
  const item = itemOf(line);
  return { title: item?.rest ?? line, no: item?.level === 1 ? item.no : null };
}
