import { connect } from 'node:net';
import { encode, item, timeText } from '#protocols/hj-212';

/**
 * Light load, a process of its own: each device sends a packet of ten factors every few seconds and waits for its answer. Tells
 * its parent every time from the first byte sent to the answer, ms.
 */
type Order = { port: number; codes: string[]; everyMs: number; seconds: number };
const FACTORS = ['a34004', 'a34002', 'a34001', 'a21026', 'a21004', 'a05024', 'a01001', 'a01002', 'a01006', 'a01007'];

process.once('message', ({ port, codes, everyMs, seconds }: Order) => {
  const took: number[] = [];
  for (const [i, mn] of codes.entries()) {
    const socket = connect({ port, host: '127.0.0.1' });
    let at = Date.UTC(2021, 10, 1);
    let sentAt = 0;
    socket.on('data', () => took.push(performance.now() - sentAt));
    const say = () => {
      at += 1000;
      const time = timeText(at);
      const groups = [
        [item('DataTime', time)],
        ...FACTORS.map((code, k) => [item(`${code}-Rtd`, (20 + k).toFixed(1))]),
      ];
      const frame = encode({ qn: `${time}000`, st: '22', cn: '2011', pw: '123456', mn, flag: 5, groups });
      sentAt = performance.now();
      socket.write(frame);
    };
    setTimeout(
      () => {
        say();
        setInterval(say, everyMs);
      },
      (i * everyMs) / codes.length,
    );
  }
  setTimeout(() => process.send?.({ took }, () => process.exit(0)), seconds * 1000);
});
