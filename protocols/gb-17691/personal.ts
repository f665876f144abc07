import { personalKeys } from '#protocols/fields';
import { OBD, STREAM } from './blocks.table.ts';
import { LOGIN } from './commands.table.ts';

/** Which keys of a decoded message are personal: `masked(message, PERSONAL)` is what a log may show. */
export const PERSONAL = personalKeys([OBD, STREAM, LOGIN]);
