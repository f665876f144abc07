import { connect, type MqttClient } from 'mqtt';
import type { Transport, TransportEvents } from './transport.ts';

export type MqttOptions = {
  readonly host: string;
  readonly port: number;
  /** who it is: user name, client and part of its topic */
  readonly identity: string;
  readonly password: string;
  readonly topic: string;
};
const KEEP_ALIVE_SECONDS = 60;

/** A station that publishes with QoS 1: its PUBACK is the answer. It comes back by its line, not by the client's own doing. */
export function mqttTransport({ host, port, identity, password, topic }: MqttOptions): Transport {
  let client: MqttClient | null = null;
  let answered: TransportEvents['answered'] = () => undefined;
  return {
    open(events) {
      const own = connect({
        host,
        port,
        protocol: 'mqtt',
        clientId: identity,
        username: identity,
        password,
        keepalive: KEEP_ALIVE_SECONDS,
        reconnectPeriod: 0,
        queueQoSZero: false,
      });
      client = own;
      answered = events.answered;
      own.on('connect', events.up);
      own.on('error', () => undefined);
      own.on('close', () => {
        own.end(true);
        events.down();
      });
    },
    send(parcel, again) {
      const bytes = Buffer.from(parcel.bytes(again));
      const to = client;
      if (!to?.connected) return 0;
      for (let copy = 0; copy < (parcel.copies ?? 1); copy += 1)
        to.publish(topic, bytes, { qos: 1 }, (error) => {
          // without an acknowledgement the packet waits, and is repeated
          if (!error) answered(parcel.key, true);
        });
      return bytes.length;
    },
    close() {
      client?.end(true);
    },
  };
}
