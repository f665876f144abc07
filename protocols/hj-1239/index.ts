/**
 * HJ 1239.3-2021 重型车排放远程监控: the successor of annex Q of GB 17691, on two links.
 *
 * Terminals send the frame of annex Q with blocks that carry their own time and an SM2 signature (r and s, once behind the
 * blocks or behind each). Platforms of makers send it on in a frame with a response byte, which is how a district gets it;
 * on that link 07, 08 and 09 mean login, logout and keys, on the other activation. Neither start nor link needs to be known
 * beforehand. What the standard says of blocks beyond OBD and DPF/SCR could not be read; their layouts are of one source,
 * believed only while they divide a report without a rest, and every message read by them says so ('block-unverified').
 */
export { answerHj1239 } from './answer.ts';
export { BLOCKS, HYBRID, TWC, TWC_NOX } from './blocks.table.ts';
export {
  ACTIVATION,
  ACTIVATION_ANSWER,
  KEY_EXCHANGE,
  PLATFORM_COMMANDS,
  PLATFORM_ENCRYPTIONS,
  PLATFORM_LOGIN,
  TAMPER,
  TERMINAL_COMMANDS,
} from './commands.table.ts';
export {
  type Block,
  decodeHj1239,
  encodeHj1239,
  type Hj1239Message,
  hj1239Reader,
  PLATFORM_LINK,
  TERMINAL_LINK,
} from './message.ts';
export { PERSONAL } from './personal.ts';
export { PROTOCOL } from './standard.table.ts';
