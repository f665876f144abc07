import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { type Gateway, openGateway, openStoringWorker, type StoringWorker } from '#engines/gateway';
import type { Context } from './context.ts';

/** one name for each process of all machines */
const gatewayName = () => `${hostname()}:${process.pid}`;

/** Opens the listeners that the configuration names, for this process; none where it is no gateway. */
export async function startGateway({ store, config }: Context, logger: Logger): Promise<Gateway> {
  const { host, hj212, vehicles, jt808, mqtt, mqttSource, mqttTopics, allow, tls } = config.devices;
  const hears = config.roles.includes('gateway');
  const on = (port: number | undefined) => (!hears || port === undefined ? undefined : { host, port, allow });
  return openGateway(store, {
    name: gatewayName(),
    bus: config.bus && { ...config.bus, name: gatewayName() },
    hj212: on(hj212),
    vehicles: on(vehicles),
    jt808: on(jt808),
    mqtt: on(mqtt),
    mqttSource: hears ? mqttSource : undefined,
    topics: mqttTopics,
    tls: tls && { key: await readFile(tls.keyFile), cert: await readFile(tls.certFile) },
    onTrouble: (error) =>
      logger.warn({ err: error }, 'devices wait: the store or a broker does not answer as it should'),
    onFault: (error) => logger.error({ err: error }, 'a device’s connection was closed for a fault of ours'),
  });
}

/** Stores what gateways put onto the bus. */
export async function startStoringWorker({ store, config }: Context, logger: Logger): Promise<StoringWorker> {
  const bus = { ...config.bus!, name: gatewayName() };
  return openStoringWorker(store, {
    bus,
    onTrouble: (error) => logger.warn({ err: error }, 'frames of the bus wait'),
  });
}
