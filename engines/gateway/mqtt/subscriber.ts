import mqtt, { type MqttClient } from 'mqtt';
import { Refusal } from '#platform/refusal';
import type { SessionDeps } from '../links/deps.ts';
import type { Link } from '../links/link.ts';
import { settling } from '../links/settling.ts';
import { mqttDialect } from '../messages/dialect.ts';
import { TEXT_LIMITS } from '../messages/fields.table.ts';
import { bytesOfMessage } from '../messages/message.ts';
import { addressOf, type TopicPattern } from '../messages/topics.ts';
import { messageOf } from './payload.ts';

export type SubscriberOptions = {
  /** mqtt://user:password@host:1883, mqtts://… */
  readonly url: string;
  readonly topics: readonly TopicPattern[];
  /** the session that the broker keeps for us while we are away; each process has its own */
  readonly clientId: string;
  /** connections that share the work by a shared subscription: each takes one message at a time, some 50 a second */
  readonly connections: number;
  readonly onTrouble?: (error: unknown) => void;
};

export type Subscriber = { readonly connected: number; close(): Promise<void> };

const RECONNECT_MS = 2000;

/**
 * Listens on a broker that exists already. Subscriptions are of QoS 1 in a session that outlives us, a message is acknowledged
 * after its commit: what was not stored, the broker sends again. Who may publish what is that broker's to say.
 * @throws Refusal config_invalid
 */
export function openSubscriber(options: SubscriberOptions, deps: SessionDeps): Subscriber {
  const clients = Array.from({ length: options.connections }, (_, i) => connectOne(options, deps, i));
  return {
    get connected() {
      return clients.filter((client) => client.connected).length;
    },
    async close() {
      await Promise.all(clients.map((client) => client.endAsync()));
    },
  };
}

function connectOne(
  { url, topics, clientId, connections, onTrouble }: SubscriberOptions,
  deps: SessionDeps,
  i: number,
) {
  const { register, intake, book, meter } = deps;
  let client: MqttClient;
  try {
    client = mqtt.connect(url, {
      clientId: connections === 1 ? clientId : `${clientId}-${i + 1}`,
      clean: false,
      reconnectPeriod: RECONNECT_MS,
      resubscribe: true,
      // what this side cannot hold is not asked for
      queueQoSZero: false,
    });
  } catch {
    throw new Refusal('config_invalid', {
      zh: 'LANTIAN_MQTT_URL 不是有效的地址，请写成 mqtt://用户:密码@主机:1883。',
      en: 'LANTIAN_MQTT_URL is no address: write it like mqtt://user:password@host:1883.',
    });
  }
  const link: Link = {
    remote: new URL(url).hostname,
    send: () => undefined,
    close: () => undefined,
    unsettled: () => undefined,
    slow: () => undefined,
  };
  const shared = connections > 1 ? '$share/lantian/' : '';
  client.on('connect', () => {
    for (const { filter } of topics)
      client.subscribe(`${shared}${filter}`, { qos: 1 }, (error) => {
        if (error) onTrouble?.(error);
      });
  });
  client.on('error', (error) => onTrouble?.(error));
  client.on('close', () => book.gone(link, 'the broker is away'));
  const waiting = new Set<() => void>();
  intake.whenRoom(() => {
    const woken = [...waiting];
    waiting.clear();
    for (const go of woken) go();
  });

  // the library acknowledges when this calls back, and reads no further until then
  client.handleMessage = (packet, done) => {
    const receivedAt = Date.now();
    const address = addressOf(packet.topic, topics);
    if (!address || packet.payload.length > TEXT_LIMITS.longest) {
      meter.refuse('topic_unknown');
      meter.settled(meter.of('mqtt'), 'refused', receivedAt);
      done();
      return;
    }
    if (address.identity !== null) book.heard(link, 'mqtt', register.find('mqtt', address.identity), receivedAt);
    const count = settling(link, meter, 'mqtt', receivedAt, null);
    const message = messageOf(packet.topic, packet.payload, address);
    const accept = () =>
      intake.accept({
        dialect: mqttDialect,
        message,
        bytes: bytesOfMessage(message),
        remote: link.remote,
        receivedAt,
        settle: (outcome) => {
          count(outcome);
          // not stored because we stop: not acknowledged, the broker keeps it
          if (outcome !== 'closed') done();
        },
      });
    if (intake.full) waiting.add(accept);
    else accept();
  };
  return client;
}
