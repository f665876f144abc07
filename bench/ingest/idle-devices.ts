import { connect } from 'node:net';
import { encode, item, qnAt, timeText } from '#protocols/hj-212';

/** Many devices in one process, each on its own connection, each with one packet in a while. */
type Order = { port: number; devices: number; intervalS: number };

process.once('message', ({ port, devices, intervalS }: Order) => {
  const state = { connected: 0, sent: 0, acknowledged: 0 };
  const times: number[] = [];
  for (let i = 0; i < devices; i++) setTimeout(() => device(i), i);
  function device(index: number): void {
    const mn = `IDLE${String(index).padStart(20, '0')}`;
    const socket = connect({ port, host: '127.0.0.1' });
    let sentAt = 0;
    socket.once('connect', () => {
      state.connected++;
      const send = () => {
        const now = Date.now();
        const groups = [[item('DataTime', timeText(now))], [item('a34004-Rtd', '35.0'), item('a34004-Flag', 'N')]];
        socket.write(encode({ qn: qnAt(now), st: '22', cn: '2011', pw: '123456', mn, flag: 5, groups }));
        sentAt = performance.now();
        state.sent++;
      };
      setTimeout(
        () => {
          send();
          setInterval(send, intervalS * 1000);
        },
        (index * 2999) % (intervalS * 1000),
      );
    });
    socket.on('data', () => {
      state.acknowledged++;
      times.push(performance.now() - sentAt);
    });
    socket.on('error', () => undefined);
    socket.once('close', () => state.connected--);
  }
  setInterval(() => {
    const sorted = [...times].sort((a, b) => a - b);
    const rounded = (ms: number | undefined) => Number((ms ?? Number.NaN).toFixed(1));
    process.send!({ ...state, medianMs: rounded(sorted[sorted.length >> 1]), slowestMs: rounded(sorted.at(-1)) });
  }, 1000);
});
process.once('disconnect', () => process.exit(0));
