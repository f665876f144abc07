import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BulletinDeps, Wanted } from './acts.ts';
import { bulletinDocx, bulletinPdf } from './paper/index.ts';
import { previewBulletin } from './read.ts';
import { versionsOf } from './store.ts';
import { bulletinOf, paperOf } from './view.ts';

export type BulletinFiles = {
  readonly docx: string;
  readonly pdf: string;
  readonly json: string;
  readonly state: string;
};

/**
 * Writes a month's bulletin into a folder as `.docx`, `.pdf` and `.json`: the issued version in force where there is one,
 * else what it would be now, unnumbered. Nothing is stored.
 * @throws Refusal period_has_no_data, value_out_of_range, bad_request, not_found (kind)
 */
export async function makeBulletinFiles(deps: BulletinDeps, wanted: Wanted & { out: string }): Promise<BulletinFiles> {
  const preview = await previewBulletin(deps, wanted);
  const versions = await versionsOf(deps.db, { districtCode: deps.districtCode, kind: wanted.kind, ...preview.period });
  const inForce = versions.find((row) => row.state === 'issued');
  const bulletin = inForce ? bulletinOf(inForce, versions) : preview;
  const paper = paperOf(bulletin);
  await mkdir(wanted.out, { recursive: true });
  const path = (extension: string) => join(wanted.out, `${wanted.kind}-${wanted.month}.${extension}`);
  const files = { docx: path('docx'), pdf: path('pdf'), json: path('json'), state: bulletin.state };
  await writeFile(files.docx, await bulletinDocx(paper));
  await writeFile(files.pdf, await bulletinPdf(paper));
  await writeFile(files.json, `${JSON.stringify(bulletin, null, 2)}\n`);
  return files;
}
