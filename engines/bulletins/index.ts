/**
 * Bulletins 通报: figures that are stored, put into words and issued.
 *
 * A chapter declares a kind of bulletin: how a month's figures are composed into blocks (headings, running text, tables,
 * charts, notes). The engine does the rest for every kind: preview, draft, issue (the next number of the year, dated, and
 * from then on frozen), correct (a new version of the same period; the old one stays readable and the new one says which
 * printed figures differ), and the same blocks on paper as `.docx` and `.pdf`.
 *
 * A figure is `{text, href, label}`: as printed, where its evidence opens, and what it is. Words follow the printed
 * figures: 同比下降15.0%, 同比持平, and no number where last year has none.
 */
export {
  type BulletinDeps,
  composeBulletin,
  correctBulletin,
  deleteDraft,
  draftBulletin,
  issueBulletin,
} from './acts.ts';
export { changedFigures, figuresOf } from './changes.ts';
export {
  type BulletinDefinition,
  type BulletinRegistry,
  bulletinRegistry,
  type ComposeContext,
  type Composed,
} from './definition.ts';
export { type BulletinFiles, makeBulletinFiles } from './files.ts';
export { bulletinDocx, bulletinPdf, FACE_NAMES, fontFile } from './paper/index.ts';
export { dateZh, type Month, monthOfText, monthsOn } from './period.ts';
export { listBulletins, previewBulletin, readBulletin } from './read.ts';
export { bulletinRoutes } from './routes.ts';
export { scripted } from './scripts.ts';
export { issuedPeriods } from './store.ts';
export { paperOf } from './view.ts';
export * from './wire.ts';
export {
  changeInTable,
  changeInWords,
  differenceInWords,
  enumerated,
  type Figure,
  figure,
  joined,
  NO_VALUE,
  plainText,
  type Run,
} from './wording.ts';
