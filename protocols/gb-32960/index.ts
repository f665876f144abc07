/**
 * GB/T 32960.3-2016 电动汽车远程服务: what an electric vehicle tells, and with it electric muck trucks and buses.
 *
 * A frame carries a response byte: FE is a command, everything else answers one. Reports are a time and blocks without
 * lengths, so one unknown block hides those behind it; makers' blocks (80 to FE) carry a length and are kept as they come.
 * Here abnormal (FE) and invalid (FF) are different things: a value is a number, null, or 'abnormal' (`measured` makes a
 * number or null of it). The platform answers with the result and the time alone (`answerGb32960`).
 */
export { answerGb32960, answerGb32960Time } from './answer.ts';
export {
  ALARMS,
  BLOCKS,
  CELL_VOLTAGES,
  ENGINE,
  EXTREMES,
  FUEL_CELL,
  MOTORS,
  POSITION,
  TEMPERATURES,
  VEHICLE,
  VENDOR_BLOCKS,
} from './blocks.table.ts';
export { COMMANDS, ENCRYPTIONS, LOGIN, LOGOUT, PLATFORM_LOGIN } from './commands.table.ts';
export {
  type Block,
  DIALECT,
  decodeGb32960,
  encodeGb32960,
  type Gb32960Message,
  gb32960Reader,
} from './message.ts';
export { PERSONAL } from './personal.ts';
export { PROTOCOL } from './standard.table.ts';
