import { decodeFrame, encode, factorsOf, frameReader, item } from '#protocols/hj-212';
import { vehicleRows } from './decode/vehicles.ts';

const ASKED = 120_000;
const BATCH = 200;
const SECONDS = 3;

/** CN 2011 of a fixed station with ten factors: 422 bytes, the packet that other parsers were timed with. */
function packet(n: number): Buffer {
  const codes = ['a34004', 'a34002', 'a34001', 'a21026', 'a21004', 'a21005', 'a05024', 'a01001', 'a01002', 'a01007'];
  const time = `2026010108${String(Math.floor(n / 60) % 60).padStart(2, '0')}${String(n % 60).padStart(2, '0')}`;
  const groups = codes.map((code, i) => [
    item(`${code}-Rtd`, (((n * 7 + i * 13) % 900) / 10 + 10).toFixed(1)),
    item(`${code}-Flag`, 'N'),
  ]);
  const mn = '010000A8900016F000169DC0';
  const draft = { qn: `${time}123`, st: '22', cn: '2011', pw: '123456', mn, flag: 5 };
  return encode({ ...draft, groups: [[item('DataTime', time)], ...groups] });
}

/**
 * Speed of decoding: frame, checksum, header, every item of the data area: `npm run bench -- decode [seconds]`. What is asked
 * is asked of whole packets; the row of pieces tells what putting together costs.
 */
export async function run([asked]: string[] = []): Promise<void> {
  const seconds = Number(asked ?? SECONDS);
  const packets = Array.from({ length: BATCH }, (_, n) => packet(n));
  const rows = [
    timed('HJ 212, one packet a read', packets, seconds),
    timed('HJ 212, 64 KB a read', chunksOf(Buffer.concat(packets), 65_536), seconds),
    timed('HJ 212, 300 bytes a read', chunksOf(Buffer.concat(packets), 300), seconds),
  ];
  console.table(rows);
  console.log(`asked: ≥ ${ASKED.toLocaleString('en')} packets/s of one core, ${packets[0]?.length} bytes a frame`);
  console.table(vehicleRows(seconds));
  if (rows.slice(0, 2).some((row) => row['packets/s of a core'] < ASKED)) process.exitCode = 1;
}

const chunksOf = (bytes: Buffer, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));

function timed(what: string, reads: readonly Buffer[], seconds: number) {
  const reader = frameReader();
  let [packets, items] = [0, 0];
  const round = () => {
    for (const read of reads)
      for (const part of reader.push(read)) {
        if (part.kind !== 'frame') throw new Error('a packet was lost');
        const message = decodeFrame(part);
        if (!message.accepted || message.deviations.length > 0) throw new Error('a packet was misread');
        packets += 1;
        for (const group of message.groups) items += group.length;
      }
  };
  for (let warm = 0; warm < 50; warm += 1) round();
  if (Object.keys(factorsOf(decodeFrame(firstOf(packet(0))))).length !== 10) throw new Error('a factor was lost');
  [packets, items] = [0, 0];
  const before = process.cpuUsage();
  const busy = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  while (busy() < seconds) for (let i = 0; i < 10; i += 1) round();
  const spent = busy();
  return {
    what,
    'packets/s of a core': Math.round(packets / spent),
    'items/s, M': Number((items / spent / 1e6).toFixed(2)),
  };
}

function firstOf(bytes: Buffer) {
  const [part] = frameReader().push(bytes);
  if (part?.kind !== 'frame') throw new Error('no frame');
  return part;
}
