import type { Acting } from '#platform/audit';
import { dateOf } from '#platform/clock';
import type { Db } from '#platform/store';
import { uploadDraft } from '../draft/upload.ts';
import { whole } from '../transaction.ts';
import { type Adopted, adoptDraft } from './adopt.ts';

export type DocumentAdoption = {
  districtCode: string;
  name: string;
  bytes: Uint8Array;
  effectiveOn: string;
  /** day of the act; today when left out */
  adoptedOn?: string;
  adoptedBy: Acting;
  /** adopt although the machine was not certain of everything */
  acceptUncertain?: boolean;
  note?: string | null;
};

/**
 * From a document to an adopted plan in one act, without a review: for the command line and for demonstrations. Nothing
 * of it stays when any part is refused.
 * @throws Refusal document_…, not_in_this_state (uncertain findings and `acceptUncertain` not given), value_out_of_range
 */
export async function adoptFromDocument({ db }: { db: Db }, given: DocumentAdoption): Promise<Adopted> {
  const { districtCode, name, bytes, effectiveOn, acceptUncertain, note } = given;
  const adoptedOn = given.adoptedOn ?? dateOf(new Date());
  return whole(db, async (tx) => {
    const draftId = await uploadDraft(tx, given.adoptedBy, { districtCode, on: adoptedOn }, { name, bytes });
    return adoptDraft(tx, given.adoptedBy, districtCode, { draftId, adoptedOn, effectiveOn, acceptUncertain, note });
  });
}
