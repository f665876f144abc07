/** The types of the HTTP interface, for the web application: types only, nothing runs. */
export type * from '#engines/bulletins';
export type {
  ChannelView,
  DeviceLogEntry,
  DeviceLogList,
  DeviceName,
  DevicePage,
  DeviceRow,
  DeviceSheetOutcome,
  DeviceView,
  HealthBrief,
  HealthState,
  ModelList,
  ModelView,
  OverdueList,
  UnmappedList,
} from '#engines/devices';
export type * from '#engines/district';
export type * from '#engines/duties';
export type * from '#engines/evaluation';
export type {
  Conversation,
  ConversationLine,
  DeviceCommand,
  DeviceCommandList,
  DeviceLinkView,
  KeptFrameList,
  KeptFrameView,
  KnockList,
  NewDeviceCommand,
  RequestKind,
} from '#engines/gateway';
export type * from '#engines/health';
export type * from '#engines/indicators';
export type * from '#engines/inspections';
export type {
  LedgerDefinition,
  LedgerEntry,
  LedgerEntryFiles,
  LedgerEntryPage,
  LedgerEntryView,
  LedgerFileLook,
  LedgerImport,
  LedgerList,
  LedgerMap,
  LedgerObject,
  LedgerProgress,
  LedgerView,
} from '#engines/ledgers';
export type {
  HookTrial,
  NoticeCount,
  NoticeList,
  NoticeSettings,
  NoticeView,
} from '#engines/notices';
export type * from '#engines/observations';
export type * from '#engines/plan';
export type * from '#engines/quality';
export type * from '#engines/reports';
export type * from '#engines/supervision';
export type { AuditEntry, ChainCheck } from '#platform/audit';
export type { Account, Me, RoleTable } from '#platform/identity';
export type { Work } from '#platform/jobs';
export type { HealthReport } from './routes-system/wire.ts';
