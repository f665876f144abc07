import type { RawChapter, RawTask } from './raw.ts';

/** The plan as it grows: the last chapter and the last task take what comes next. */
export class Outline {
  readonly chapters: RawChapter[] = [];
  private printed = 0;
  private sectionTitle = '';
  private fresh = true;

  /** Opens a chapter. @param fromCategory when a column of categories stands for chapters */
  chapter(no: number | null, title: string, fromCategory = false): void {
    const last = this.chapters.at(-1);
    // the same heading again at the head of the next page
    if (last && last.title === title && (no === null || no === last.no)) return;
    if (!fromCategory) this.printed++;
    this.chapters.push({ no, title, tasks: [] });
    this.sectionTitle = '';
    this.fresh = true;
  }

  /** A heading below the chapter; names the next task where there is no column of titles. */
  section(title: string): void {
    this.sectionTitle = title;
    this.fresh = true;
  }

  takeSection(): string {
    return this.sectionTitle;
  }

  task(no: number | null, title: string): RawTask {
    if (this.chapters.length === 0) this.chapters.push({ no: null, title: '', tasks: [] });
    const task: RawTask = { no, title, measures: [], uncertain: [] };
    this.chapters.at(-1)!.tasks.push(task);
    this.fresh = false;
    return task;
  }

  get hasChapters(): boolean {
    return this.chapters.length > 0;
  }
  get hasPrintedChapters(): boolean {
    return this.printed > 0;
  }
  get lastChapter(): RawChapter | undefined {
    return this.chapters.at(-1);
  }
  /** The task that the next row may belong to: none right after a heading. */
  get currentTask(): RawTask | undefined {
    return this.fresh ? undefined : this.chapters.at(-1)?.tasks.at(-1);
  }
  /** The last task at all, for rows cut by a page break. */
  get lastTask(): RawTask | undefined {
    return this.chapters.findLast((chapter) => chapter.tasks.length > 0)?.tasks.at(-1);
  }
  get measures(): number {
    return this.chapters.reduce((n, c) => n + c.tasks.reduce((m, t) => m + t.measures.length, 0), 0);
  }
}
