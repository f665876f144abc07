import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { decodeGb17691, type Gb17691Message } from '#protocols/gb-17691';
import { answerGb32960, decodeGb32960, gb32960Reader } from '#protocols/gb-32960';
import {
  ANSWERS,
  answerTo,
  decodeFrame,
  encode,
  frameReader,
  type Hj212Message,
  qnAt,
  type RequestName,
  type RequestValues,
  request,
} from '#protocols/hj-212';
import { answerHj1239, decodeHj1239, hj1239Reader } from '#protocols/hj-1239';
import { decodeJt808, type Jt808Message, Jt808Reader, platformAnswer, registrationAnswer } from '#protocols/jt-808';

/** A platform that keeps all it hears in memory and answers as our protocols say. */
export type Peer<M> = {
  readonly port: number;
  readonly heard: M[];
  readonly sockets: Set<Socket>;
  /** breaks all connections and refuses new ones until it is opened again */
  shut: () => void;
  open: () => void;
  /** whether answers are given */
  answers: boolean;
  close: () => Promise<void>;
};

async function listen<M>(serve: (socket: Socket, peer: Peer<M>) => void): Promise<Peer<M>> {
  let closed = false;
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    if (closed) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, peer);
  });
  const peer: Peer<M> = {
    port: 0,
    heard: [],
    sockets,
    answers: true,
    shut() {
      closed = true;
      for (const socket of sockets) socket.destroy();
    },
    open() {
      closed = false;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(peer, { port: (server.address() as AddressInfo).port });
}

/** HJ 212; every device is asked `ask` once, after its first packet. */
export function hj212Peer(ask: readonly (readonly [RequestName, RequestValues])[] = []): Promise<Peer<Hj212Message>> {
  const asked = new Set<string>();
  return listen((socket, peer) => {
    const reader = frameReader();
    socket.on('data', (bytes) => {
      for (const part of reader.push(bytes)) {
        if (part.kind !== 'frame') continue;
        const message = decodeFrame(part);
        peer.heard.push(message);
        const { mn, st, pw, cn } = message;
        const answer = peer.answers && message.crcVariant !== null ? answerTo(message) : null;
        if (answer) socket.write(encode(answer));
        if (mn === null || asked.has(mn) || (cn !== null && ANSWERS.has(cn))) continue;
        asked.add(mn);
        for (const [i, [name, values]] of ask.entries()) {
          const to = { edition: message.edition ?? '2017', qn: qnAt(Date.now() + i), st: st ?? '22', pw: pw ?? '', mn };
          socket.write(encode(request(name, values, to)));
        }
      }
    });
  });
}

/** GB 17691, HJ 1239 and GB/T 32960 on one port, as a platform hears them: told apart by their first bytes. */
export type Heard = {
  readonly protocol: string;
  readonly command: string | null;
  readonly deviations: readonly unknown[];
  readonly vin: string | null;
  readonly blocks: number;
};
export function vehiclePeer(): Promise<Peer<Heard>> {
  return listen((socket, peer) => {
    const [electric, emission] = [gb32960Reader(), hj1239Reader()];
    const note = (
      protocol: string,
      {
        command,
        deviations,
        envelope,
        body,
      }: Gb17691Message | ReturnType<typeof decodeGb32960> | ReturnType<typeof decodeHj1239>,
    ) =>
      peer.heard.push({
        protocol,
        command,
        deviations,
        vin: envelope?.vin ?? null,
        blocks: body.kind === 'report' ? body.blocks.length : 0,
      });
    socket.on('data', (bytes) => {
      // the third byte behind the command is FE on links with a response byte, a letter of the vehicle number otherwise
      if (bytes[0] === 0x23 && bytes[3] === 0xfe)
        for (const piece of electric.push(bytes)) {
          if (piece.kind !== 'frame') continue;
          const message = decodeGb32960(piece.bytes);
          note('gb-32960', message);
          socket.write(answerGb32960(message, 'ok'));
        }
      else
        for (const piece of emission.push(bytes)) {
          if (piece.kind !== 'frame') continue;
          const message = decodeHj1239(piece.bytes);
          if (piece.bytes[0] === 0x23) note('gb-17691', decodeGb17691(piece.bytes));
          else if (message.envelope?.head === 'terminal') note('hj-1239', message);
          else {
            note('hj-1239', message);
            socket.write(answerHj1239(message, 'ok'));
          }
        }
    });
  });
}

export function jt808Peer(): Promise<Peer<Jt808Message>> {
  let serial = 0;
  return listen((socket, peer) => {
    const reader = new Jt808Reader();
    socket.on('data', (bytes) => {
      for (const piece of reader.push(bytes)) {
        if (piece.kind !== 'frame') continue;
        const message = decodeJt808(piece.bytes);
        peer.heard.push(message);
        serial += 1;
        const { header, body } = message;
        if (!header || body.kind === 'terminalAnswer') continue;
        if (body.kind === 'registration')
          socket.write(registrationAnswer(header, 'ok', serial, `CODE${header.phone.slice(-4)}`));
        else if (peer.answers) socket.write(platformAnswer(header, 'ok', serial));
      }
    });
  });
}

/** Waits until something is so; the test's own time-out ends it otherwise. */
export async function until(what: () => boolean): Promise<void> {
  while (!what()) await new Promise((done) => setTimeout(done, 10));
}
