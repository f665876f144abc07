import type { MeasureCore } from '../wire.ts';

/** An adopted plan, or the living table, as it goes to paper. */
export type PaperPlan<M extends MeasureCore = MeasureCore> = {
  title: string;
  chapters: readonly {
    no: number;
    title: string;
    tasks: readonly { no: number; title: string; measures: readonly M[] }[];
  }[];
};

/** What the lamp column says of a measure; `rgb` like 'FF0000' colours the mark. */
export type LampMark = { text: string; rgb?: string };
export type PaperOptions<M extends MeasureCore = MeasureCore> = {
  lamp?: (measure: M) => LampMark;
  /** line under the title, e.g. the day the lamps stand for */
  subtitle?: string;
};

export type PaperColumn = { title: string; share: number; align: 'left' | 'center' };
export type PaperRow =
  | { kind: 'chapter'; text: string }
  /** `span` rows from here belong to one task; 0 where the task began above */
  | { kind: 'measure'; span: number; cells: string[]; lamp?: LampMark };

/** The official columns; a plan that names leading units (牵头) has theirs too. Shares of the page's width. */
export function columnsOf(plan: PaperPlan, lamp: boolean): PaperColumn[] {
  const coordinators = measuresOf(plan).some((m) => m.duties.some((d) => d.role === 'coordinator'));
  const columns: PaperColumn[] = [
    { title: '序号', share: 5, align: 'center' },
    { title: '重点任务', share: 12, align: 'center' },
    { title: '工作措施', share: 45, align: 'left' },
    { title: '完成时限', share: 9, align: 'center' },
    ...(coordinators ? [{ title: '牵头单位', share: 13, align: 'center' } as const] : []),
    { title: '主责单位', share: 15, align: 'center' },
    { title: '协办单位', share: 15, align: 'center' },
    ...(lamp ? [{ title: '进展', share: 8, align: 'center' } as const] : []),
  ];
  const whole = columns.reduce((sum, c) => sum + c.share, 0);
  return columns.map((c) => ({ ...c, share: c.share / whole }));
}

/** The table's rows in the order of the plan. Cells hold the first two columns too, although they are merged over a task. */
export function rowsOf<M extends MeasureCore>(plan: PaperPlan<M>, options: PaperOptions<M>): PaperRow[] {
  const coordinators = measuresOf(plan).some((m) => m.duties.some((d) => d.role === 'coordinator'));
  return plan.chapters.flatMap((chapter): PaperRow[] => [
    { kind: 'chapter', text: printable(chapterHeading(chapter)) },
    ...chapter.tasks.flatMap((task) =>
      task.measures.map(
        (m, i): PaperRow => ({
          kind: 'measure',
          span: i === 0 ? task.measures.length : 0,
          cells: [
            String(task.no),
            task.title,
            m.text,
            m.deadline.raw,
            ...(coordinators ? [names(m, 'coordinator')] : []),
            names(m, 'lead'),
            names(m, 'support'),
          ].map(printable),
          lamp: options.lamp?.(m),
        }),
      ),
    ),
  ]);
}

const measuresOf = (plan: PaperPlan) => plan.chapters.flatMap((c) => c.tasks.flatMap((t) => [...t.measures]));

const names = (m: MeasureCore, role: MeasureCore['duties'][number]['role']) =>
  m.duties
    .filter((d) => d.role === role)
    .map((d) => d.name)
    .join('\n') || '——';

/** 一、空气质量目标; a title that already begins with its number keeps it. */
function chapterHeading({ no, title }: { no: number; title: string }): string {
  return /^([一二三四五六七八九十百]+、|第.+章|\d+[.、])/.test(title) ? title : `${chineseNumber(no)}、${title}`;
}

/** 1 … 99 in Chinese numerals. */
export function chineseNumber(n: number): string {
  const digits = '零一二三四五六七八九';
  if (n < 1 || n > 99) return String(n);
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens ? '十' : ''}${ones || !tens ? digits[ones] : ''}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Cs}\ufffe\uffff]/gu;

/** What XML may hold: other control characters and lone surrogates are left out. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '');
}

/** Lines that a text takes in a column that holds `wide` Chinese characters a line. */
export function linesOf(text: string, wide: number): number {
  return text.split('\n').reduce((sum, line) => {
    const width = [...line].reduce((w, c) => w + (c.charCodeAt(0) < 0x2000 ? 0.55 : 1), 0);
    return sum + Math.max(1, Math.ceil(width / Math.max(1, wide)));
  }, 0);
}
