/**
 * How an identity is compared. The header of JT/T 808-2019 has eight more leading zeros before the telephone number than that
 * of 2013, so the number counts without them; all others count as they are written.
 */
export const identityKey = (protocol: string, identity: string): string =>
  protocol === 'jt-808' ? `jt-808|${identity.replace(/^0+(?=\d)/, '')}` : `${protocol}|${identity}`;
