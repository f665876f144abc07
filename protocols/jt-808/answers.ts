import type { Header } from './header.ts';
import { encodeJt808 } from './message.ts';
import { GENERAL_ANSWER, REGISTRATION_ANSWER } from './messages.table.ts';

type Name<Values> = Values[keyof Values];
const numberOf = (values: Readonly<Record<number, string>>, name: string): number =>
  Number(Object.keys(values).find((key) => values[Number(key)] === name));

const GENERAL = GENERAL_ANSWER[2].values;
const REGISTERED = REGISTRATION_ANSWER[1].values;
export type GeneralResult = Name<typeof GENERAL>;
export type RegistrationResult = Name<typeof REGISTERED>;

/** A terminal of 2019 understands no answer with the header of 2013, and the other way round. */
const back = ({ edition, protocolVersion, phone }: Header, id: number, serial: number): Header => ({
  id,
  edition,
  protocolVersion,
  phone,
  serial,
  encryption: 0,
  part: null,
});
const NOTHING = new Uint8Array();

/**
 * The platform's general answer 0x8001, with the header of the terminal's own edition.
 * @param serial the platform's own running number
 */
export const platformAnswer = (to: Header, result: GeneralResult, serial: number): Uint8Array =>
  encodeJt808(back(to, 0x8001, serial), {
    kind: 'platformAnswer',
    edition: to.edition,
    values: { answers: to.serial, answeredId: to.id, result: numberOf(GENERAL, result) },
    rest: NOTHING,
  });

/** The answer to a registration 0x8100; the code that the terminal shall come back with only when it is welcome. */
export const registrationAnswer = (to: Header, result: RegistrationResult, serial: number, authCode = ''): Uint8Array =>
  encodeJt808(back(to, 0x8100, serial), {
    kind: 'registrationAnswer',
    edition: to.edition,
    values: { answers: to.serial, result: numberOf(REGISTERED, result), authCode: result === 'ok' ? authCode : '' },
    rest: NOTHING,
  });

/** Asks for sub-packets again, 0x8003. */
export const resendRequest = (
  to: Header,
  firstSerial: number,
  missing: readonly number[],
  serial: number,
): Uint8Array =>
  encodeJt808(back(to, 0x8003, serial), {
    kind: 'platformResend',
    edition: to.edition,
    values: { firstSerial, missing },
    rest: NOTHING,
  });
