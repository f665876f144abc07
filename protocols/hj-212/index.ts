/**
 * HJ 212 污染物监测数据传输: how fixed stations, micro-stations, dust, VOC and gas-station monitors speak to a platform.
 *
 * A frame is `##`, four digits of length, the data segment, four hex digits of checksum, CR LF. The segment holds a header
 * (QN which exchange, ST what kind of system, CN what is said, PW, MN who, Flag edition and wishes) and the data area
 * `CP=&&…&&`: `;` between items, `,` between the values of one. `frameReader` cuts frames out of a connection's bytes,
 * `decodeFrame` reads one, `encode` writes one, `conversation.ts` says what a message is answered with. Real devices
 * depart from the text in fifty ways (`DEVIATIONS`): nothing is refused for that, it is named, and the bytes are kept.
 * No unit travels in a packet: a factor's unit is the device's (`FACTORS` names only what the standard presumes).
 */
export {
  answerCode,
  answerTo,
  exchangeOf,
  partOf,
  requestAnswer,
  requestResult,
  type Step,
  stepOf,
} from './conversation.ts';
export { type DecodeOptions, decode, decodeFrame } from './decode.ts';
export { type EncodeOptions, encode, type Hj212Draft, item } from './encode.ts';
export { CRC_VARIANTS, type CrcVariant, crcHj212, crcModbus, crcOf, variantOf } from './frames/crc.ts';
export type { Hj212Frame, SkippedBytes, Terminator } from './frames/frame.ts';
export { type FrameReader, firstFrame, frameReader, type ReaderOptions } from './frames/reader.ts';
export {
  type CipherForm,
  type CpItem,
  type Factors,
  factorsOf,
  fieldOf,
  fieldsOf,
  type Hj212Message,
  type Hj212Segment,
} from './message.ts';
export { type Addressee, type RequestValues, request, requestFaults } from './requests.ts';
export { sealArea, sm4Blocks } from './sm4.ts';
export { PROTOCOL } from './standard.table.ts';
export {
  DATA_FLAGS,
  FACILITY_STATES,
  type FlagMeaning,
  REQUEST_RETURNS,
  RESULT_RETURNS,
  SUFFIXES,
  SYSTEMS,
} from './tables/codes.table.ts';
export {
  ANSWERS,
  COMMANDS,
  type CommandCode,
  type CommandRow,
  commandRow,
  FIELD_COMMANDS,
  isEncryptedCommand,
} from './tables/commands.table.ts';
export { DEVIATIONS, type Deviation, type DeviationName } from './tables/deviations.table.ts';
export { EDITIONS, type Edition, type EditionRow, editionOfFlag, LONGEST_SEGMENT } from './tables/editions.table.ts';
export { FACTORS, FIELD_FACTORS, NOISE_FACTORS, OLD_FACTOR_CODES } from './tables/factors.table.ts';
export { FIELD_ORDER, FIELDS, type FieldName } from './tables/fields.table.ts';
export { REQUESTS, type RequestItem, type RequestName, WAITING } from './tables/requests.table.ts';
export { readSegment } from './text/segment.ts';
export { type Fit, fitSkeleton, type Skeleton, skeletonOf } from './text/skeleton.ts';
export { instantOf, qnAt, timeText } from './time.ts';
