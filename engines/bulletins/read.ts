import { loadedDistrict } from '#engines/district';
import type { Actor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import { type BulletinDeps, composeBulletin, requireBulletin, type Wanted } from './acts.ts';
import { type ListFilter, listRows, versionsOf } from './store.ts';
import { bulletinOf, previewOf, summaryOf } from './view.ts';
import type { Bulletin, BulletinSummary } from './wire.ts';

/** Drafts are for those who make them; everybody else sees what was issued. */
const seesDrafts = (actor: Actor) => actor.may('bulletin.draft');

export async function listBulletins(
  deps: BulletinDeps,
  actor: Actor,
  filter: Omit<ListFilter, 'drafts'>,
): Promise<BulletinSummary[]> {
  const rows = await listRows(deps.db, deps.districtCode, { ...filter, drafts: seesDrafts(actor) });
  return rows.map(summaryOf);
}

/** @throws Refusal not_found, also for a draft that the reader may not see */
export async function readBulletin(deps: BulletinDeps, actor: Actor, id: string): Promise<Bulletin> {
  const row = await requireBulletin(deps.db, id);
  if (row.state === 'draft' && !seesDrafts(actor)) {
    throw new Refusal(
      'not_found',
      { zh: '没有这份通报，或尚未发布。', en: 'There is no such bulletin, or it is not issued yet.' },
      { id },
    );
  }
  const versions = await versionsOf(deps.db, {
    districtCode: row.district_code,
    kind: row.kind,
    from: row.period_from,
    until: row.period_until,
  });
  return bulletinOf(
    row,
    versions.filter((one) => one.state !== 'draft' || seesDrafts(actor)),
  );
}

/** @throws Refusal as composeBulletin */
export async function previewBulletin(deps: BulletinDeps, wanted: Wanted): Promise<Bulletin> {
  const { month, composed } = await composeBulletin(deps, wanted);
  const { settings } = await loadedDistrict(deps.db, deps.districtCode);
  const period = { from: month.from, until: month.until };
  const versions = await versionsOf(deps.db, { districtCode: deps.districtCode, kind: wanted.kind, ...period });
  return previewOf({ kind: wanted.kind, ...period, issuer: settings.bulletin_issuer.seal_zh }, composed, versions);
}
