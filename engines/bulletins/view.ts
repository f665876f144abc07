import type { Sentence } from '#platform/refusal';
import type { Composed } from './definition.ts';
import type { Paper } from './paper/index.ts';
import type { BulletinRow, BulletinState, listRows } from './store.ts';
import type { Bulletin, BulletinSummary } from './wire.ts';

type ListRow = Awaited<ReturnType<typeof listRows>>[number];

/** A bulletin's line in the list. */
export const summaryOf = (row: ListRow): BulletinSummary => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  number: row.number,
  period: { from: row.period_from, until: row.period_until },
  state: row.state,
  versionNo: row.version_no,
  issuedOn: row.issued_on,
  issuedBy: row.issued_by_name,
  issuer: row.issuer,
  correction: row.correction,
  provenance: [...row.provenance],
});

/** bulletins that were issued when only the Chinese was kept say it in Chinese */
const spoken = (cutOff: Sentence | string): Sentence =>
  typeof cutOff === 'string' ? { zh: cutOff, en: cutOff } : cutOff;

const contentOf = (composed: Composed) => ({
  blocks: [...composed.blocks],
  editions: [...composed.editions],
  cutOff: spoken(composed.cutOff),
  validity: composed.validity,
});

const versionOf = (row: { id: string; version_no: number; state: BulletinState; issued_on: string | null }) => ({
  id: row.id,
  versionNo: row.version_no,
  state: row.state,
  issuedOn: row.issued_on,
});

/** A whole bulletin. @param versions every version of the period that the reader may see */
export const bulletinOf = (row: BulletinRow, versions: readonly BulletinRow[]): Bulletin => ({
  ...summaryOf({ ...row, provenance: row.content.provenance }),
  ...contentOf(row.content),
  versions: versions.filter((other) => other.id !== row.id).map(versionOf),
  changes: row.changes,
});

/** What a bulletin would be if it were drafted now. */
export const previewOf = (
  wanted: { kind: string; from: string; until: string; issuer: string },
  composed: Composed,
  versions: readonly BulletinRow[],
): Bulletin => ({
  id: 'preview',
  kind: wanted.kind,
  title: composed.title,
  number: null,
  period: { from: wanted.from, until: wanted.until },
  state: 'draft',
  versionNo: (versions.find((row) => row.state !== 'draft')?.version_no ?? 0) + 1,
  issuedOn: null,
  issuedBy: null,
  issuer: wanted.issuer,
  correction: null,
  provenance: [...composed.provenance],
  ...contentOf(composed),
  versions: versions.map(versionOf),
  changes: [],
});

export const paperOf = (bulletin: Bulletin): Paper => ({
  title: bulletin.title,
  issuer: bulletin.issuer,
  number: bulletin.number,
  issuedOn: bulletin.issuedOn,
  corrected: bulletin.state === 'corrected',
  blocks: bulletin.blocks,
});
