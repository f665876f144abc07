/**
 * Fields 字段: how a binary protocol is written down as tables, and the few verbs that read and write by them.
 *
 * Every field of a message is one row: name, size, step, offset, unit, and what marks an invalid value. `codecOf(rows)` makes
 * a reader and a writer of a table, and the compiler derives the record's type from the same rows. Numbers decode to the
 * double next to the true decimal; all bits set is null, never 255; 'abnormal' stays apart from null where a standard
 * tells them apart. Texts keep one character a byte, so that what is read can be written again.
 *
 * Reading is lenient: what is odd is noted in `Deviations` under a code of a closed list, and what cannot be read is kept as
 * bytes by the caller (`DataEnds` says where the data ended). Writing is strict: a value that does not fit is a RangeError.
 * Vehicle numbers, plates, ICCIDs and places are personal data; `masked` shows a message as a log may.
 */
export { Cursor, DataEnds, Sink, xorOf } from './bytes.ts';
export { bytesOf, codecOf, type RecordCodec } from './codec.ts';
export { DEVIATIONS, type DeviationCode } from './deviations.table.ts';
export { type Deviation, Deviations } from './deviations.ts';
export { mask, masked, personalKeys } from './masking.ts';
export type {
  Abnormal,
  CodeRow,
  FieldRow,
  FieldValue,
  NumberRow,
  Personal,
  RecordOf,
  Texts,
} from './rows.ts';
export { measured } from './rows.ts';
export { stampOf } from './stamp.ts';
export { bytesOfGbk, bytesOfHex, gbkOf, hexOf } from './text.ts';
