/**
 * Devices 设备: what measures, and how what it says is to be understood.
 *
 * A device is one row: what kind, of which model, where it stands, whose it is, which measures of the plan it serves, and its
 * state: in probation until a person admits it, admitted, in maintenance, retired. On a link it goes by identities (MN,
 * vehicle number, telephone number, topic). Its quantities are numbered channels; place i of a packet's arrays is channel
 * i + 1. A **model** says what a maker's packets do not: the unit of each factor, which checksum fits, whether a period is
 * stamped at its start or its end. No unit is guessed: a factor that no model maps gets a channel without pollutant and
 * unit, its values are kept, and mapping the channel later gives all of them a meaning.
 *
 * `DeviceRegister` is the register in memory, for whoever meets thousands of packets a second.
 */

export type { UnmappedList } from './channels/routes.ts';
export { unitsOf } from './channels/units.table.ts';
export { unmappedCount } from './channels/unmapped.ts';
export { addIdentity, keepSecret } from './conversation/secrets.ts';
export { FIRST_CONTACT, type VendorItem } from './conversation/settings.ts';
export { commandSettingsOf } from './conversation/spoken-to.ts';
export type { DeviceDeps, DeviceOthers, LatestValues } from './deps.ts';
export { DEVICE_FILES, type DeviceEntry, type DeviceFile, deviceEntry, readDeviceFiles } from './device-file.ts';
export { channelNeeds, type FactorNeed, type Wanted } from './factors.ts';
export { deviceIdentities, devicesInProbation, modelSettingsOf } from './inventory/for-others.ts';
export { type FoundHealth, lastLookAt, type WatchedDevice, watchedDevices, writeHealth } from './inventory/health.ts';
export { allDeviceRows, countByHealth, deviceRows, type ListFilter } from './inventory/list.ts';
export { deviceById } from './inventory/one.ts';
export { filterQuery } from './inventory/routes.ts';
export { LOOK_TASK } from './inventory/states.ts';
export { followWindows } from './inventory/windows.ts';
export { DEVICE_KINDS, type DeviceKind, isDeviceKind } from './kinds.table.ts';
export { overdueCalibrations } from './log/store.ts';
export type { DeviceLogEntry, DeviceLogList, OverdueList } from './log/wire.ts';
export { type MeasuringChannel, type MeasuringDevice, measuringDevices } from './measuring.ts';
export {
  type DeviceModel,
  type FactorRow,
  type ModelSettings,
  modelSettings,
  PROTOCOLS,
  type Protocol,
  STATISTICS,
  type Statistic,
  settingsOf,
} from './model.ts';
export { readDeviceModels, storeDeviceModels } from './model-file.ts';
export type { ModelList, ModelView } from './models/wire.ts';
export { type DevicePlace, devicePlaces } from './places.ts';
export { DeviceRegister, type Registered } from './register.ts';
export { deviceRoutes } from './routes.ts';
export type { DeviceSheetOutcome } from './sheet/routes.ts';
export { type StandingDevice, standingDevices } from './standing.ts';
export {
  type Device,
  type DeviceState,
  type DeviceTables,
  listDevices,
  moveRegister,
  registerVersion,
} from './store.ts';
export { storeDeviceFiles } from './store-file.ts';
export * from './wire.ts';
