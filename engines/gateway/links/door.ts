import { BlockList, createServer, isIPv6, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Refusal } from '#platform/refusal';
import { LINK_LIMITS, type LinkLimits } from '../intake/limits.table.ts';

export type DoorOptions = {
  readonly host: string;
  readonly port: number;
  readonly tls?: { readonly key: string | Buffer; readonly cert: string | Buffer };
  /** addresses and networks (10.0.0.0/8) that may connect; all when left out */
  readonly allow?: readonly string[];
  readonly limits?: Partial<LinkLimits>;
};

export type DoorCounts = { connections: number; refused: number };

/**
 * A port that devices connect to: lets in whose address is allowed, up to so many connections altogether and per address.
 * @throws Refusal port_taken, config_invalid (an address of `allow` that is none)
 */
export async function openDoor(
  options: DoorOptions,
  counts: DoorCounts,
  welcome: (socket: Socket, remote: string) => void,
): Promise<{ readonly port: number; readonly open: number; close(): Promise<void> }> {
  const limits = { ...LINK_LIMITS, ...options.limits };
  const allowed = options.allow?.length ? allowList(options.allow) : undefined;
  const perAddress = new Map<string, number>();
  let open = 0;

  const accept = (socket: Socket) => {
    const remote = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
    const from = perAddress.get(remote) ?? 0;
    const wanted = allowed ? allowed.check(remote, isIPv6(remote) ? 'ipv6' : 'ipv4') : true;
    if (!wanted || open >= limits.mostConnections || from >= limits.mostPerAddress) {
      counts.refused++;
      socket.destroy();
      return;
    }
    perAddress.set(remote, from + 1);
    open++;
    counts.connections++;
    socket.setNoDelay(true);
    socket.setKeepAlive(true, 60_000);
    socket.on('error', () => undefined);
    socket.once('close', () => {
      open--;
      const left = (perAddress.get(remote) ?? 1) - 1;
      if (left > 0) perAddress.set(remote, left);
      else perAddress.delete(remote);
    });
    welcome(socket, remote);
  };

  const server: Server = options.tls ? createTlsServer({ ...options.tls }, accept) : createServer(accept);
  server.on('tlsClientError', () => {
    counts.refused++;
  });
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EADDRINUSE' ? portTaken(options.port) : error),
    );
    server.listen({ port: options.port, host: options.host, backlog: limits.backlog }, done);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    get open() {
      return open;
    },
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

function portTaken(port: number): Refusal {
  return new Refusal('port_taken', {
    zh: `设备接入端口 ${port} 已被占用，请换一个端口，或设为 off 关闭这一路接入。`,
    en: `The port ${port} for devices is taken: choose another one, or switch this listener off.`,
  });
}

function allowList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address, bits] = entry.split('/') as [string, string?];
    const kind = isIPv6(address) ? 'ipv6' : 'ipv4';
    try {
      if (bits === undefined) list.addAddress(address, kind);
      else list.addSubnet(address, Number(bits), kind);
    } catch {
      throw new Refusal('config_invalid', {
        zh: `允许接入的地址 ${entry} 不是有效的 IP 或网段，请改为如 10.1.2.0/24 的写法。`,
        en: `The allowed address ${entry} is no IP address or network: write it like 10.1.2.0/24.`,
      });
    }
  }
  return list;
}
