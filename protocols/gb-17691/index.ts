/**
 * GB 17691-2018 附录 Q 重型车远程排放管理: what a heavy diesel vehicle of stage VI tells about its engine.
 *
 * The terminal logs in with the number of its SIM card, then sends reports of blocks: OBD information (lamp, monitors, fault
 * codes) and the engine stream, once a second and some at a time: speed, torque, fuel, NOx before and behind the SCR,
 * temperatures, position. The frame has no response byte, and the standard defines no answer. A frame comes out of
 * `gb17691Reader`, `decodeGb17691` makes a message of it; values keep null for invalid. Whether a value can be believed is
 * a rule of its own: `noxReading` for the NOx of a parked engine, `positionOf` for coordinates against their status.
 */
export { BLOCKS, ENGINE, MONITORS, OBD, PLACE, STREAM } from './blocks.table.ts';
export { COMMANDS, ENCRYPTIONS, ICCID, LOGIN, LOGOUT, SEQUENCE, TIME } from './commands.table.ts';
export {
  type Block,
  DIALECT,
  decodeGb17691,
  encodeGb17691,
  type Gb17691Message,
  gb17691Reader,
  type Obd,
  type Stream,
  terminalEnvelope,
} from './message.ts';
export { NOX_OF_RAW_ZERO, noxReading } from './nox.ts';
export { PERSONAL } from './personal.ts';
export { type Position, type PositionDoubt, positionOf } from './position.ts';
export { POSITION_DEFAULTS, type PositionSettings } from './settings.table.ts';
export { PROTOCOL } from './standard.table.ts';
