import { personalKeys } from '#protocols/fields';
import { POSITION } from './blocks.table.ts';
import { LOGIN, PLATFORM_LOGIN } from './commands.table.ts';

/** Which keys of a decoded message are personal: `masked(message, PERSONAL)` is what a log may show. */
export const PERSONAL = personalKeys([POSITION, LOGIN, PLATFORM_LOGIN]);
