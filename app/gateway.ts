import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { type Gateway, openGateway } from '#engines/gateway';
import type { Context } from './context.ts';

/** Opens the listeners that the configuration names, for this process. */
export async function startGateway({ store, config }: Context, logger: Logger): Promise<Gateway> {
  const { host, hj212, vehicles, jt808, allow, tls } = config.devices;
  const on = (port: number | undefined) => (port === undefined ? undefined : { host, port, allow });
  return openGateway(store, {
    name: `${process.pid}`,
    hj212: on(hj212),
    vehicles: on(vehicles),
    jt808: on(jt808),
    tls: tls && { key: await readFile(tls.keyFile), cert: await readFile(tls.certFile) },
    onTrouble: (error) => logger.warn({ err: error }, 'the store does not take packets'),
  });
}
