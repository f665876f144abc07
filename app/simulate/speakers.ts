import type { Cast } from './devices/cast.ts';
import { FIRST_PASSWORD, loggerOf } from './devices/hj-212/logger.ts';
import { hj212Speaker } from './devices/hj-212/speaker.ts';
import type { Protocol } from './devices/kinds.table.ts';
import type { Hj212Model } from './devices/models.table.ts';
import { postSpeaker } from './devices/posts/speaker.ts';
import { jt808Speaker } from './devices/trucks/speaker.ts';
import { gb17691Speaker } from './devices/vehicles/annex-q.ts';
import { gb32960Speaker } from './devices/vehicles/electric.ts';
import { hj1239Speaker, hj1239TerminalSpeaker } from './devices/vehicles/hj-1239.ts';
import {
  httpTransport,
  mqttTransport,
  type SimulationClock,
  type Speaker,
  type Transport,
  tcpTransport,
} from './links/index.ts';
import type { Ports } from './options.ts';

export type Reach = {
  readonly host: string;
  readonly ports: Ports;
  readonly httpBase: string;
  readonly clock: SimulationClock;
};
type Spoken = { readonly speaker: Speaker; readonly transport: Transport };

const tcp = ({ fault }: Cast, { host }: Reach, port: number): Transport =>
  tcpTransport({ host, port, slow: fault === 'slow-sender' });

const VENDOR = 'sim';
const HTTP_PATHS = { observations: '/api/ingest/observations', CreateObservations: '/v1.1/CreateObservations' };

/** How a device of each protocol speaks and by which way. */
const SPOKEN: Readonly<Record<Protocol, (cast: Cast, reach: Reach) => Spoken>> = {
  'hj-212': (cast, reach) => ({
    speaker: hj212Speaker(loggerOf({ ...cast, model: cast.model as Hj212Model, restarted: reach.clock.began })),
    transport: tcp(cast, reach, reach.ports.hj212),
  }),
  'gb-17691': (cast, reach) => ({ speaker: gb17691Speaker(cast), transport: tcp(cast, reach, reach.ports.vehicles) }),
  'hj-1239': (cast, reach) => ({
    speaker: cast.model.edition === '2021-terminal' ? hj1239TerminalSpeaker(cast) : hj1239Speaker(cast),
    transport: tcp(cast, reach, reach.ports.vehicles),
  }),
  'gb-32960': (cast, reach) => ({ speaker: gb32960Speaker(cast), transport: tcp(cast, reach, reach.ports.vehicles) }),
  'jt-808': (cast, reach) => ({ speaker: jt808Speaker(cast), transport: tcp(cast, reach, reach.ports.jt808) }),
  mqtt: (cast, { host, ports }) => {
    const identity = cast.device.code;
    const topic = `${VENDOR}/${identity}/data`;
    const password = FIRST_PASSWORD;
    return {
      speaker: postSpeaker(cast),
      transport: mqttTransport({ host, port: ports.mqtt, identity, password, topic }),
    };
  },
  http: (cast, { httpBase }) => ({
    speaker: postSpeaker(cast),
    transport: httpTransport({
      base: httpBase,
      identity: cast.device.code,
      password: FIRST_PASSWORD,
      paths: HTTP_PATHS,
    }),
  }),
};

export const speakerOf = (cast: Cast, reach: Reach): Spoken => SPOKEN[cast.model.protocol](cast, reach);
