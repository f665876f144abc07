import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { type Gateway, openGateway } from '#engines/gateway';
import type { Context } from './context.ts';

/** Opens the listeners that the configuration names, for this process. */
export async function startGateway({ store, config }: Context, logger: Logger): Promise<Gateway> {
  const { host, hj212, allow, tls } = config.devices;
  return openGateway(store, {
    name: `${process.pid}`,
    hj212: hj212 === undefined ? undefined : { host, port: hj212, allow },
    tls: tls && { key: await readFile(tls.keyFile), cert: await readFile(tls.certFile) },
    onTrouble: (error) => logger.warn({ err: error }, 'the store does not take packets'),
  });
}
