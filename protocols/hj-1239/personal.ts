import { personalKeys } from '#protocols/fields';
import { LOGIN, OBD, STREAM } from '#protocols/gb-17691';
import { ACTIVATION, KEY_EXCHANGE, PLATFORM_LOGIN } from './commands.table.ts';

/** Which keys of a decoded message are personal: `masked(message, PERSONAL)` is what a log may show. */
export const PERSONAL = personalKeys([OBD, STREAM, LOGIN, ACTIVATION, PLATFORM_LOGIN, KEY_EXCHANGE]);
