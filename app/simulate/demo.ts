import type { Logger } from 'pino';
import { keepSecret } from '#engines/devices';
import type { Gateway } from '#engines/gateway';
import { record, recordedSubjects } from '#platform/audit';
import type { Context } from '../context.ts';
import type { SimulatedDevice } from './devices/device.ts';
import { FIRST_PASSWORD } from './devices/hj-212/logger.ts';
import type { Protocol } from './devices/kinds.table.ts';
import { MODELS } from './devices/models.table.ts';
import { isStreamable } from './flood.ts';
import { DEMO_SEED } from './network/demo.table.ts';
import { readNetwork } from './network/read.ts';
import type { Ports, SimulationOptions } from './options.ts';
import { type Handle, startSimulation } from './start.ts';
import { DAY, MINUTE } from './world/index.ts';

type Needs = Pick<Context, 'store' | 'config' | 'districtPath'>;

/** Share of devices with a fault, so that there is something to find; and how sparingly all of them speak. */
const FAULTS = 0.12;
const LEAST_SECONDS = 60;
const SPREAD_MS = 20_000;
/** The first time, the day before is sent as history, so that hours, days and maps are not empty; packets a second. */
const BEFORE = DAY;
const BEFORE_RATE = 1500;
const BEFORE_WINDOW = 24;
const LOADED = 'demo.load';
const SUBJECT = 'simulated network';
const SYSTEM = { accountId: null, name: 'system' };
/** Which listener hears a protocol; HTTP is the house's own. */
const LISTENER_OF: Readonly<Record<Protocol, keyof Ports | null>> = {
  'hj-212': 'hj212',
  'gb-17691': 'vehicles',
  'hj-1239': 'vehicles',
  'gb-32960': 'vehicles',
  'jt-808': 'jt808',
  mqtt: 'mqtt',
  http: null,
};
/** A way that no listener is on: nothing answers there. */
const NOWHERE = 1;

/**
 * The demonstration's network: the devices of `simulated.yaml` speak to this house's own gateway through its ports, marked
 * as simulated in the register. Nothing without a demonstration, such a file, or listeners in plain TCP.
 */
export async function demoNetwork(
  { store, config, districtPath }: Needs,
  { ports, register }: Pick<Gateway, 'ports' | 'register'>,
  address: string,
  log: Pick<Logger, 'warn'>,
): Promise<{ devices: number; stop(): Promise<void> }> {
  const idle = { devices: 0, stop: async () => undefined };
  if (!config.simulate || config.devices.tls) return idle;
  const network = await readNetwork(districtPath);
  if (!network) return idle;
  const reached: Ports = { hj212: NOWHERE, vehicles: NOWHERE, jt808: NOWHERE, mqtt: NOWHERE, ...ports };
  const listens = new Set(Object.entries(ports).flatMap(([name, port]) => (port === undefined ? [] : [name])));
  if (listens.size === 0) return idle;
  const devices = network.devices.filter(({ model }) => {
    const listener = LISTENER_OF[MODELS[model].protocol];
    return listener === null || listens.has(listener);
  });
  for (const { code, model } of devices) {
    // who posts has to have a password
    const posting = MODELS[model].protocol === 'http' ? register.find('http', code) : undefined;
    if (posting?.password === null) await keepSecret(store.db, posting.id, { password: FIRST_PASSWORD });
  }
  const options: SimulationOptions = {
    districtPath,
    seed: DEMO_SEED,
    devices: network,
    host: config.devices.host === '0.0.0.0' || config.devices.host === '::' ? '127.0.0.1' : config.devices.host,
    ports: reached,
    httpBase: address,
    faults: FAULTS,
    leastSeconds: LEAST_SECONDS,
    spreadMs: SPREAD_MS,
  };
  const isStation = ({ model }: SimulatedDevice) => isStreamable({ model: MODELS[model] });
  const stations = { ...network, devices: devices.filter(isStation) };
  const others = { ...network, devices: devices.filter((device) => !isStation(device)) };
  const running = new Set<Handle>();
  let stopped = false;
  async function start(more: Partial<SimulationOptions>): Promise<Handle> {
    const handle = await startSimulation({ ...options, ...more });
    running.add(handle);
    if (stopped) await handle.stop();
    return handle;
  }

  async function live(): Promise<void> {
    await start({ devices: others });
    const done = await recordedSubjects(store.db, LOADED);
    if (!done.has(SUBJECT) && listens.has('hj212')) {
      const until = Math.floor(Date.now() / MINUTE) * MINUTE;
      const before = await start({
        devices: stations,
        history: { from: until - BEFORE, until },
        rate: BEFORE_RATE,
        // who sends fast is read slowly: few packets of each device are on their way
        connections: stations.devices.length,
        window: BEFORE_WINDOW,
      });
      await before.done;
      const { all } = await before.stop();
      running.delete(before);
      if (stopped) return;
      const after = { acknowledged: all.acknowledged };
      await record(store.db, SYSTEM, { action: LOADED, subjectKind: 'demo', subjectId: SUBJECT, after });
    }
    if (!stopped) await start({ devices: stations });
  }
  const begun = live().catch((error: unknown) => log.warn({ err: error }, 'the simulated network does not run'));
  return {
    devices: devices.length,
    async stop() {
      stopped = true;
      await Promise.all([...running].map((handle) => handle.stop()));
      await Promise.race([begun, new Promise((done) => setTimeout(done, 100))]);
    },
  };
}
