import type { DeviceDeps } from '#engines/devices';
import { moveKeptFrames } from '#engines/gateway';
import { newestPackets, touchMeaning } from '#engines/observations';
import { adoptedPlan, planYears } from '#engines/plan';
import type { Context } from './context.ts';

/** Makes packets of the frames that were kept of a device in probation. */
export type ReplayKept = DeviceDeps['others']['replayKept'];

/** What the register asks of rooms that lean on it. */
export function deviceDeps(
  { store: { db }, district, clock }: Pick<Context, 'store' | 'district' | 'clock'>,
  replayKept: ReplayKept,
): DeviceDeps {
  const districtCode = district.district.code;
  return {
    db,
    districtCode,
    clock,
    others: {
      async measures() {
        const [year] = await planYears(db, districtCode);
        if (year === undefined) return null;
        const { chapters } = await adoptedPlan(db, districtCode, year);
        return new Set(chapters.flatMap(({ tasks }) => tasks.flatMap(({ measures }) => measures.map(({ id }) => id))));
      },
      async latest(at, ids) {
        const packets = await newestPackets(at, ids);
        return new Map([...packets].map(([id, [shortest]]) => [id, shortest!]));
      },
      replayKept,
      moveFrames: moveKeptFrames,
      meaningChanged: touchMeaning,
    },
  };
}
