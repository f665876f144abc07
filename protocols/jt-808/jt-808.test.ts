import { describe, expect, it } from 'vitest';
import { masked } from '#protocols/fields';
import { captured } from '../../tests/protocols/frames.ts';
import {
  decodeJt808,
  encodeJt808,
  type Header,
  type Jt808Message,
  PERSONAL,
  platformAnswer,
  registrationAnswer,
  resendRequest,
  situationOf,
} from './index.ts';

const FRAMES = captured('jt808');
const again = ({ header, body }: Jt808Message) => header && encodeJt808(header, body);
const OLD: Header = {
  id: 0x0200,
  edition: '2013',
  protocolVersion: null,
  phone: '013900001234',
  serial: 7,
  encryption: 0,
  part: null,
};
const NEW: Header = { ...OLD, edition: '2019', protocolVersion: 1, phone: '00000000013900001234' };
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const decoded = (header: Header, hex: string) => decodeJt808(encodeJt808(header, { kind: 'kept', bytes: bytes(hex) }));
const codes = ({ deviations }: Jt808Message) =>
  deviations.map(({ code, field }) => (field ? `${code} ${field}` : code));
const POSITION = '00000001 000C0203 0260D360 06F01448 0028 003C 005A 261126080000';

describe('captured frames', () => {
  const whole = FRAMES.filter(
    ({ bytes: raw }) => decodeJt808(raw).header && !codes(decodeJt808(raw)).includes('checksum-wrong'),
  );
  it('all but three are whole', () => expect(FRAMES.length - whole.length).toBe(3));
  it.each(whole)('line $line is written again as it came', ({ bytes: raw }) => {
    expect(again(decodeJt808(raw))).toEqual(raw);
  });
});

describe('registration', () => {
  const fields = '001F 006E 6364313233';
  const id = '37363534333231';
  it.each([
    ['2011', OLD, `${fields} 7777772E3830382E ${id} 01 B2E24131323334`, '测A1234'],
    [
      '2011, a vehicle number for a plate',
      OLD,
      `${fields} 7777772E3830382E ${id} 00 ${'4C'.repeat(17)}`,
      'L'.repeat(17),
    ],
    ['2013', OLD, `${fields} 7777772E3830382E636F6D000000000000000000 ${id} 01 B2E24131323334`, '测A1234'],
    ['2019', NEW, `${fields}${'00'.repeat(6)} ${'41'.repeat(30)} ${'42'.repeat(30)} 02 BEA94131323334`, '京A1234'],
  ] as const)('of %s is told by its fields', (edition, header, hex, plate) => {
    const message = decoded({ ...header, id: 0x0100 }, hex);
    expect(message.body).toMatchObject({ kind: 'registration', edition: edition.slice(0, 4), values: { plate } });
    expect(message.deviations).toEqual([]);
    expect(again(message)).toEqual(message.raw);
  });
});

describe('answers', () => {
  it.each([OLD, NEW])('go out in the header of the terminal ($edition)', (header) => {
    const general = decodeJt808(platformAnswer(header, 'ok', 300));
    expect(general.header).toEqual({ ...header, id: 0x8001, serial: 300 });
    expect(general.body).toMatchObject({
      kind: 'platformAnswer',
      values: { answers: 7, answeredId: 0x0200, result: 0 },
    });
    const welcome = decodeJt808(registrationAnswer({ ...header, id: 0x0100 }, 'ok', 1, 'code-1'));
    expect(welcome.body).toMatchObject({ values: { answers: 7, result: 0, authCode: 'code-1' } });
    const resend = decodeJt808(resendRequest(header, 5, [2, 3], 9));
    expect(resend.body).toMatchObject({ values: { firstSerial: 5, missing: [2, 3] } });
    for (const { deviations } of [general, welcome, resend]) expect(deviations).toEqual([]);
  });
  it('tell no code to a terminal that is not welcome', () => {
    const { body } = decodeJt808(registrationAnswer({ ...OLD, id: 0x0100 }, 'no such vehicle', 1, 'code-1'));
    expect(body).toMatchObject({ values: { result: 2, authCode: '' } });
  });
});

describe('positions', () => {
  const locationOf = (hex: string) => {
    const { body } = decoded(OLD, hex);
    if (body.kind !== 'location') throw new Error('no position');
    return body.location;
  };
  it('carry items of the standard with a value, of makers as bytes', () => {
    const { items } = locationOf(`${POSITION} 01 04 00000064 30 01 17 E1 03 ABCDEF`);
    expect(items).toEqual([
      { id: 0x01, hex: '00000064', name: 'odometerKm', value: 10 },
      { id: 0x30, hex: '17', name: 'network', value: 23 },
      { id: 0xe1, hex: 'ABCDEF', name: null, value: null },
    ]);
  });
  it.each([
    ['an item of no edition', '62 00', ['item-undefined 0x62']],
    ['an item of another length', '02 01 05', ['item-length-wrong fuelLitres']],
    ['an item that is cut off', 'F6 04 1450', ['truncated items']],
  ])('%s is kept and named', (_, more, expected) => {
    const message = decoded(OLD, `${POSITION} ${more}`);
    expect(codes(message)).toEqual(expected);
    expect(again(message)).toEqual(message.raw);
  });
  it('say where a truck is, whether it is loaded and how fast it goes', () => {
    expect(situationOf(locationOf(POSITION))).toEqual({
      ignition: true,
      load: 'reserved',
      longitudeDegrees: 116.397128,
      latitudeDegrees: 39.9,
      speedKmh: 6,
      doubts: [],
    });
  });
  it.each([
    ['not fixed', '00000001 00000001 0260D360 06F01448', [null, null], []],
    ['fixed, but nowhere', '00000000 00000002 00000000 00000000', [null, null], ['fixed-without-coordinates']],
    ['encrypted', '00000000 00000022 0260D360 06F01448', [null, null], []],
    ['south and west', '00000000 0000000E 0260D360 06F01448', [-116.397128, -39.9], []],
    ['swapped', '00000000 00000002 06F01448 0260D360', [null, null], ['latitude-and-longitude-swapped']],
    ['nonsense', '00000000 00000002 FFFFFFFF FFFFFFFF', [null, null], ['out-of-range']],
  ])('%s', (_, hex, place, doubts) => {
    const situation = situationOf(locationOf(`${hex} 0000 0000 0000 261126080000`));
    expect([situation.longitudeDegrees, situation.latitudeDegrees]).toEqual(place);
    expect(situation.doubts).toEqual(doubts);
  });
  it('a batch keeps what it cannot read, and says when the count is wrong', () => {
    const message = decoded({ ...OLD, id: 0x0704 }, `0003 01 001C ${POSITION} 0003 ABCDEF`);
    expect(message.body).toMatchObject({
      count: 3,
      reason: 1,
      locations: [{ speedTenthsKmh: 60 }, { kept: 'ABCDEF' }],
    });
    expect(codes(message)).toEqual(['truncated alarm', 'length-wrong count']);
    expect(again(message)).toEqual(message.raw);
  });
});

describe('frames that are not as they should be', () => {
  it.each([
    ['without flags', (raw: Uint8Array) => raw.subarray(1, -1), ['start-wrong']],
    ['a stump', (raw: Uint8Array) => Uint8Array.of(0x7e, ...raw.subarray(1, 9), 0x7e), ['frame-short phone']],
    ['a wrong checksum', (raw: Uint8Array) => raw.with(20, 0x55), ['checksum-wrong']],
    ['a wrong length', (raw: Uint8Array) => raw.with(4, 0x1b).with(-2, (raw.at(-2) ?? 0) ^ 7), ['length-wrong']],
    ['nothing', () => new Uint8Array(), ['start-wrong', 'frame-short id']],
  ])('%s', (_, harm, expected) => {
    const message = decodeJt808(harm(encodeJt808(OLD, { kind: 'kept', bytes: bytes(POSITION) })));
    expect(codes(message)).toEqual(expected);
  });
  it('an encrypted body and an unknown message are kept', () => {
    expect(codes(decoded({ ...OLD, encryption: 1 }, 'ABCD'))).toEqual(['encrypted']);
    expect(decoded({ ...OLD, id: 0x0f01 }, 'ABCD')).toMatchObject({
      body: { kind: 'kept', bytes: bytes('ABCD') },
      deviations: [{ code: 'command-unknown', found: '0x0f01' }],
    });
  });
});

it('a log shows neither plate nor number nor code nor where exactly', () => {
  const registration = decoded(
    { ...OLD, id: 0x0100 },
    '001F 006E 6364313233 7777772E3830382E 37363534333231 01 B2E24131323334',
  );
  const answer = decodeJt808(registrationAnswer(OLD, 'ok', 1, 'code-1'));
  const shown = [registration, answer, decoded(OLD, POSITION)].map((message) =>
    JSON.stringify(masked(message, PERSONAL)),
  );
  for (const hidden of ['测A1234', '013900001234', 'code-1', '116397128']) expect(shown.join()).not.toContain(hidden);
  expect(shown[0]).toContain('测A***4');
  expect(shown[2]).toContain('"longitudeMicro":116400000');
});
