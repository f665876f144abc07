import type { BulletinBlock, Run } from '#engines/bulletins';

type Row = Extract<BulletinBlock, { kind: 'table' }>['rows'][number];
type Cell = Row[number];

export const head = (...texts: string[]): Row => texts.map((text) => ({ runs: [text], header: true }));
export const cells = (...runs: Run[]): Row => runs.map((run): Cell => ({ runs: [run] }));
export const named = (text: string): Cell => ({ runs: [text], align: 'left' });

export const heading = (text: string): BulletinBlock => ({ kind: 'heading', text });
export const paragraph = (runs: readonly Run[]): BulletinBlock => ({ kind: 'paragraph', runs: [...runs] });
export const note = (...runs: Run[]): BulletinBlock => ({ kind: 'note', runs });
