/**
 * Observations 观测: what was measured, hour by hour, and where it came from.
 *
 * A device (a station's instruments) has numbered channels; a packet is one row with the values of all of them, exactly
 * as they came, each with a flag: V valid, N no data, M maintenance, C calibration, S suspect, I invalid. Hour values
 * are kept beside the packets. A later record takes the place of an earlier one, which stays in `packet_replaced`;
 * whatever changes an hour touches its day, and others compute again what rests on it. Files come in by `importObservations`
 * (CSV, gzip, XLSX; one mapping says how columns are read), another year's record by `replayYear`, labelled as such.
 * Packets of devices come by `PacketWriter`, in groups: what it has settled is committed.
 * Sand-dust periods are imported facts with their source.
 */

export { bufferSource, fileSource, type ImportSource } from '#platform/sheets';
export { previewFile } from './guess/preview.ts';
export { type DeviceHour, type HourSeries, hourSeries, readHours } from './hours.ts';
export { type ImportOptions, importObservations } from './import/import.ts';
export { readMapping } from './import/mapping-file.ts';
export { touchMeaning } from './meaning.ts';
export { type ArchiveDone, archiveMonths } from './packets/archive/archive.ts';
export { RETENTION, type Retention } from './packets/archive/kinds.table.ts';
export { restoreMonth } from './packets/archive/restore.ts';
export { type ArchivedMonth, listArchive } from './packets/archive/store.ts';
export { archiveTask } from './packets/archive/task.ts';
export { reconcileDays } from './packets/days/reconcile.ts';
export type { CalibrationsOf } from './packets/hours/calibration.ts';
export type { Mark, MarksOf } from './packets/hours/marks.ts';
export { type HourOptions, type HoursDone, reconcileHours } from './packets/hours/reconcile.ts';
export { BASES, HOUR_SETTINGS, type HourSettings } from './packets/hours/rules.table.ts';
export { HOURS_TASK, hoursTask, touchHours } from './packets/hours/task.ts';
export { type NewestPacket, newestPackets } from './packets/newest.ts';
export { KEPT_REASONS, type KeptFrame, type KeptReason, type PacketRow, UNTOLD } from './packets/packet.ts';
export { type PacketRead, readPackets } from './packets/read-packets.ts';
export * from './packets/series/wire.ts';
export { packetStarts } from './packets/starts.ts';
export { packetsAtHand, takeUntestedHours, touchDeviceHours } from './packets/untested.ts';
export { type Offer, PacketWriter, type Settled, type WriterOptions } from './packets/writer.ts';
export { type ReplayOptions, replayYear } from './replay.ts';
export { type ObservationDeps, observationRoutes } from './routes.ts';
export { addSandPeriod, listSandPeriods, removeSandPeriod } from './sand.ts';
export { shortestDecimal } from './shortest-decimal.ts';
export {
  liveSource,
  type ObservationTables,
  type Source,
  type SourceKind,
  sourcesOf,
  takeTouchedDays,
  touchDays,
} from './store.ts';
export { type ValidHours, validHours } from './valid-hours.ts';
export * from './wire.ts';
export { IMPORT_WORK, importErrors, importWork } from './work.ts';
