import type { Bulletin, BulletinBlock } from './wire.ts';
import type { Figure, Run } from './wording.ts';

export type FigureChange = Bulletin['changes'][number];

/** Every run of a block, in reading order. */
function runsOf(block: BulletinBlock): readonly Run[] {
  if (block.kind === 'paragraph' || block.kind === 'note') return block.runs;
  if (block.kind === 'table') return block.rows.flatMap((row) => row.flatMap((cell) => cell.runs));
  return [];
}

/** Every figure of a bulletin, in reading order. */
export const figuresOf = (blocks: readonly BulletinBlock[]): Figure[] =>
  blocks.flatMap((block) => runsOf(block).filter((run): run is Figure => typeof run !== 'string'));

const nameOf = (figure: Figure) => figure.label ?? figure.href;

/** What each figure printed, once per name: text and tables say the same of the same figure. */
const printed = (blocks: readonly BulletinBlock[]) =>
  new Map(figuresOf(blocks).map((figure) => [nameOf(figure), figure.text]));

/** What is printed where a version has no such figure. */
const ABSENT = '无';

/** The printed figures that differ between two versions of one bulletin, in the order of the newer one. */
export function changedFigures(before: readonly BulletinBlock[], after: readonly BulletinBlock[]): FigureChange[] {
  const [old, now] = [printed(before), printed(after)];
  const names = new Set([...now.keys(), ...old.keys()]);
  return [...names]
    .map((what) => ({ what, before: old.get(what) ?? ABSENT, after: now.get(what) ?? ABSENT }))
    .filter((one) => one.before !== one.after);
}

/** At most so many changes are spelled out in the note; all of them stand in the list of changes. */
const SPELLED_OUT = 8;

/** The first note of a corrected version: what it replaces, why, and what is printed differently. */
export function correctionNote(replaced: string, reason: string, changes: readonly FigureChange[]): BulletinBlock {
  const named = changes.slice(0, SPELLED_OUT).map((c) => `${c.what}由“${c.before}”更正为“${c.after}”`);
  const more = changes.length > SPELLED_OUT ? `，等共${changes.length}处` : '';
  const what = named.length ? `${named.join('；')}${more}` : '各项数字无变化';
  return {
    kind: 'note',
    runs: [`更正说明：本通报更正${replaced}，原通报以本通报为准。更正原因：${reason}。更正内容：${what}。`],
  };
}
