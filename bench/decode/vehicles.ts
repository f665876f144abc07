import { readFileSync } from 'node:fs';
import { bytesOfHex } from '#protocols/fields';
import { decodeGb17691, encodeGb17691, gb17691Reader, terminalEnvelope } from '#protocols/gb-17691';
import { decodeGb32960, gb32960Reader } from '#protocols/gb-32960';
import { decodeHj1239, encodeHj1239, hj1239Reader } from '#protocols/hj-1239';
import { decodeJt808, encodeJt808, Jt808Reader } from '#protocols/jt-808';

type Reader = {
  readonly push: (chunk: Uint8Array) => readonly { readonly kind: 'frame' | 'noise'; readonly bytes: Uint8Array }[];
};
type Decoded = { readonly deviations: readonly unknown[] };
type Timed = {
  readonly what: string;
  readonly frame: Uint8Array;
  readonly reader: () => Reader;
  readonly decode: (raw: Uint8Array) => Decoded;
};

const VIN = 'LTEST000000000001';
const TIME = '1A0B17080000';
/** an engine stream of 37 bytes: 60 km/h, 1500 r/min, NOx 45 and 5 ppm, a place in Xicheng */
const STREAM = '3C00C896822EE000AA13241004C80FA04B004A00000F7D5A0006EF8BC80260F9640001E240';
const OBD = `0201FFFF0000${'4C'.repeat(17)}${'31'.repeat(18)}${'32'.repeat(18)}${'30'.repeat(36)}00`;
const ten = (block: string) => block.repeat(10);
const POSITION = `0000000000000203 0260D360 06F01448 0028003C005A 261126080000`.replaceAll(' ', '');
const ITEMS = '01040000006402020037030200BA2504000000002B040000000030011731010EE1080000000000000001';
const kept = (hex: string) => ({ kind: 'kept', bytes: bytesOfHex(hex) }) as const;
const header = {
  id: 0x0200,
  edition: '2019',
  protocolVersion: 1,
  phone: '00000000013900001234',
  serial: 1,
  encryption: 0,
  part: null,
} as const;

/** A captured frame of a bus with 108 cells. */
const bus = (): Uint8Array => {
  const line = readFileSync('tests/vectors/frames/gb32960.jsonl', 'utf8').split('\n')[3] as string;
  return bytesOfHex((JSON.parse(line) as { frame: string }).frame);
};

/** What each protocol is timed with: what a vehicle sends most. */
const timed = (): Timed[] => [
  {
    what: 'GB 17691, OBD and ten streams',
    frame: encodeGb17691(terminalEnvelope('realtime', VIN), kept(`${TIME}010001${OBD}${ten(`020001${STREAM}`)}`)),
    reader: gb17691Reader,
    decode: decodeGb17691,
  },
  {
    what: 'HJ 1239.3, ten streams, signed',
    frame: encodeHj1239(
      terminalEnvelope('realtime', VIN),
      kept(`${TIME}0001${ten(`02${TIME}${STREAM}`)}20${'A1'.repeat(32)}20${'B2'.repeat(32)}`),
    ),
    reader: hj1239Reader,
    decode: (raw) => decodeHj1239(raw),
  },
  { what: 'GB/T 32960.3, a bus with 108 cells', frame: bus(), reader: gb32960Reader, decode: decodeGb32960 },
  {
    what: 'JT/T 808, a position with eight items',
    frame: encodeJt808(header, kept(POSITION + ITEMS)),
    reader: () => new Jt808Reader(),
    decode: decodeJt808,
  },
  {
    what: 'JT/T 808, a batch of ten positions',
    frame: encodeJt808({ ...header, id: 0x0704 }, kept(`000A00${ten(`001C${POSITION}`)}`)),
    reader: () => new Jt808Reader(),
    decode: decodeJt808,
  },
];

const CHUNK = 65_536;
const WARM = 20;

function rowOf({ what, frame, reader: make, decode }: Timed, seconds: number) {
  const count = Math.max(1, Math.floor(CHUNK / frame.length));
  const chunk = new Uint8Array(count * frame.length);
  for (let i = 0; i < count; i++) chunk.set(frame, i * frame.length);
  const reader = make();
  let frames = 0;
  const round = () => {
    for (const piece of reader.push(chunk)) {
      if (piece.kind !== 'frame') throw new Error(`${what}: a frame was lost`);
      if (decode(piece.bytes).deviations.length > 0) throw new Error(`${what}: a frame was misread`);
      frames += 1;
    }
  };
  for (let i = 0; i < WARM; i++) round();
  if (frames !== WARM * count) throw new Error(`${what}: ${frames} of ${WARM * count} frames`);
  frames = 0;
  const before = process.cpuUsage();
  const busy = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  while (busy() < seconds) round();
  const spent = busy();
  return {
    what,
    bytes: frame.length,
    'frames/s of a core': Math.round(frames / spent),
    'MB/s': Number(((frames * frame.length) / spent / 1e6).toFixed(1)),
  };
}

/** Speed of finding, checking and decoding the frames of vehicles, 64 KB a read. */
export const vehicleRows = (seconds: number) => timed().map((one) => rowOf(one, seconds));
