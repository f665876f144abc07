import { connect } from 'node:net';
import { crcHj212 } from '#protocols/hj-212';

/**
 * The other end of the ingest benches, a process of its own: devices on some connections, each sending packets of ten factors
 * (CN 2011), or of fewer as minutes (CN 2051), as fast as they are acknowledged within a window, and telling its parent twice a
 * second how far it is.
 */
type Order = {
  port: number;
  connections: number;
  devices: number;
  window: number;
  from: number;
  stepMs: number;
  /** minutes of so many factors instead of moments of ten */
  minutesOf?: number;
  /** packets of each device; without it there is no end */
  rounds?: number;
};

const FACTORS = ['a34004', 'a34002', 'a34001', 'a21026', 'a21004', 'a05024', 'a01001', 'a01002', 'a01006', 'a01007'];
const START = '##';

/** A packet as bytes, with the places that change: QN, DataTime, checksum. */
function template(
  mn: string,
  minutesOf: number | undefined,
): { bytes: Buffer; qnAt: number; timeAt: number; crcAt: number } {
  const area = [
    'DataTime=20210101000000',
    ...FACTORS.slice(0, minutesOf).map(
      (code, i) => `${code}-${minutesOf ? 'Avg' : 'Rtd'}=${(20 + i * 3.7).toFixed(1)},${code}-Flag=N`,
    ),
  ].join(';');
  const segment = `QN=20210101000000000;ST=22;CN=${minutesOf ? 2051 : 2011};PW=123456;MN=${mn};Flag=5;CP=&&${area}&&`;
  const text = `${START}${String(segment.length).padStart(4, '0')}${segment}0000\r\n`;
  const bytes = Buffer.from(text, 'latin1');
  return { bytes, qnAt: text.indexOf('QN=') + 3, timeAt: text.indexOf('DataTime=') + 9, crcAt: text.length - 6 };
}

const digits = (out: Buffer, at: number, value: number, length: number) => {
  for (let i = length - 1; i >= 0; i--) {
    out[at + i] = 48 + (value % 10);
    value = Math.floor(value / 10);
  }
};
const HEX = Buffer.from('0123456789ABCDEF');

function patch(t: ReturnType<typeof template>, ms: number): Buffer {
  const { bytes, qnAt, timeAt, crcAt } = t;
  const when = new Date(ms + 8 * 3_600_000);
  for (const at of [qnAt, timeAt]) {
    digits(bytes, at, when.getUTCFullYear(), 4);
    digits(bytes, at + 4, when.getUTCMonth() + 1, 2);
    digits(bytes, at + 6, when.getUTCDate(), 2);
    digits(bytes, at + 8, when.getUTCHours(), 2);
    digits(bytes, at + 10, when.getUTCMinutes(), 2);
    digits(bytes, at + 12, when.getUTCSeconds(), 2);
  }
  const crc = crcHj212(bytes.subarray(6, crcAt));
  for (let i = 0; i < 4; i++) bytes[crcAt + i] = HEX[(crc >> (12 - 4 * i)) & 15]!;
  return bytes;
}

process.once('message', (order: Order) => {
  const { port, connections, devices, window, from, stepMs, minutesOf, rounds = Number.POSITIVE_INFINITY } = order;
  let sent = 0;
  let acknowledged = 0;
  const perConnection = Math.ceil(devices / connections);
  for (let c = 0; c < connections; c++) {
    const own = Array.from({ length: Math.min(perConnection, devices - c * perConnection) }, (_, i) =>
      template(`BENCH${String(c * perConnection + i).padStart(19, '0')}`, minutesOf),
    );
    if (own.length === 0) continue;
    const socket = connect({ port, host: '127.0.0.1' });
    let at = from;
    let round = 0;
    let next = 0;
    let open = 0;
    let tail = 0;
    const fill = () => {
      const out: Buffer[] = [];
      while (open < window && round < rounds) {
        out.push(Buffer.from(patch(own[next]!, at)));
        open++;
        sent++;
        if (++next === own.length) {
          next = 0;
          round++;
          at += stepMs;
        }
      }
      if (out.length) socket.write(Buffer.concat(out));
    };
    socket.once('connect', fill);
    socket.on('data', (chunk: Buffer) => {
      // an answer ends in CR LF
      let answers = 0;
      for (let i = chunk.indexOf(10); i >= 0; i = chunk.indexOf(10, i + 1)) answers++;
      tail = chunk.length;
      open -= answers;
      acknowledged += answers;
      if (open <= window / 2) fill();
    });
    socket.on('error', (error) => process.stderr.write(`${error.message} ${tail}\n`));
  }
  setInterval(() => process.send!({ sent, acknowledged }), 500);
});
process.once('disconnect', () => process.exit(0));
