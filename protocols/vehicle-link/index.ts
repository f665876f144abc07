/**
 * Vehicle link 车联报文: the frame that GB 17691 annex Q, HJ 1239.3 and GB/T 32960.3 share, and the verbs that read their tables.
 *
 * Start byte twice (23 23, or 7E 7E between platforms), command, vehicle number, encryption, length, data, and the XOR of
 * everything behind the start. Two heads exist: terminals send the version of their software, platforms a response byte.
 * Nothing is escaped, the start occurs inside data, so frames are found by length and checksum only (`VehicleReader`); one
 * of 256 corruptions passes that checksum, so a plausible value is still to be asked for. A protocol is a `Dialect`: tables of
 * commands and blocks; the verbs decode and encode by it and keep what no table describes.
 */

export { answerTo } from './answer.ts';
export type { BlockRow, CommandRow, Dialect } from './dialect.ts';
export { closeFrame, type Envelope, type HeadKind } from './frame.ts';
export { COMMAND_ITSELF, RESPONSES } from './heads.table.ts';
export { type Body, codecsOf, decodeMessage, encodeMessage, type Message } from './message.ts';
export { type Piece, type ReaderOptions, VehicleReader } from './reader.ts';
export type { Block, BlockOf } from './report.ts';
export { DATA_LIMIT, LONGEST_DATA, type Starts } from './span.ts';
