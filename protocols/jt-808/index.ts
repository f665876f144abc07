/**
 * JT/T 808 道路运输车辆卫星定位: what terminals in muck trucks and other vehicles of road transport speak.
 *
 * A frame stands between two 7E, with 7E and 7D inside it escaped, and ends in the XOR of everything before. The header of
 * 2019 says so with a bit and has a longer number; 2011 and 2013 share the other. A terminal registers with its plate (GBK),
 * gets a code (`registrationAnswer`), comes back with it, then sends positions, one by one or in batches; each is answered
 * with `platformAnswer` in the header of its own edition. Long messages come in sub-packets (`PartAssembler`, which has no
 * clock). Makers put load, lid and weight into items of their own: they are kept as bytes until a mapping reads them.
 * What a position says in words, and whether it can be believed, is `situationOf`.
 */
export {
  type GeneralResult,
  platformAnswer,
  type RegistrationResult,
  registrationAnswer,
  resendRequest,
} from './answers.ts';
export type { Batched, Body, Edition } from './body.ts';
export { unescaped } from './escape.ts';
export type { Header, Part } from './header.ts';
export { LONGEST_BODY } from './header.ts';
export { ITEMS, type ItemRow, VENDOR_ITEMS } from './items.table.ts';
export { type Item, itemFor } from './items.ts';
export { type Load, type Location, type LocationDoubt, type Situation, situationOf } from './location.ts';
export { decodeJt808, encodeJt808, encodeJt808Parts, type Jt808Message } from './message.ts';
export {
  AUTHENTICATION,
  GENERAL_ANSWER,
  LOCATION,
  MESSAGES,
  type MessageName,
  PERSONAL,
  REGISTRATION,
  REGISTRATION_ANSWER,
  RESEND,
} from './messages.table.ts';
export { PART_LIMITS, PartAssembler, type PartLimits, type PartOutcome, type Unfinished } from './parts.ts';
export { Jt808Reader, LONGEST_FRAME, type Piece } from './reader.ts';
export { PROTOCOL } from './standard.table.ts';
