import { Gauge, type Metric, type Registry } from 'prom-client';
import { type Gateway, LATENCY_CLASSES_MS } from '#engines/gateway';

/** What the gateway of this process counts, for Prometheus. Nothing of it names a device. */
export function measureDevices(register: Registry, gateway: Gateway): void {
  const { meter, listeners, writer, exchanges } = gateway;
  const gauge = (name: string, help: string, labelNames: string[], collect: (gauge: Gauge) => void) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [register],
      collect() {
        this.reset();
        collect(this);
      },
    });

  gauge('lantian_device_frames_total', 'frames of devices by what became of them', ['protocol', 'outcome'], (g) => {
    for (const [protocol, counted] of meter.byProtocol) {
      const { frames, acknowledged, kept, refused, closed } = counted;
      for (const [outcome, n] of Object.entries({ frames, acknowledged, kept, refused, closed }))
        g.set({ protocol, outcome }, n);
    }
  });
  gauge('lantian_device_noise_bytes_total', 'bytes of devices that belong to no frame', ['protocol'], (g) => {
    for (const [protocol, { noiseBytes }] of meter.byProtocol) g.set({ protocol }, noiseBytes);
  });
  gauge('lantian_device_refused_total', 'frames that were not acknowledged, by reason', ['reason'], (g) => {
    for (const [reason, n] of meter.refusals) g.set({ reason }, n);
  });
  gauge('lantian_device_connections', 'connections that are open', ['listener'], (g) => {
    for (const [listener, { open }] of listeners) g.set({ listener }, open);
  });
  gauge('lantian_device_connections_total', 'connections by what became of them', ['listener', 'what'], (g) => {
    for (const [listener, { counts }] of listeners) {
      g.set({ listener, what: 'accepted' }, counts.connections);
      g.set({ listener, what: 'refused' }, counts.refused);
      g.set({ listener, what: 'slowed' }, counts.slowed);
    }
  });
  gauge('lantian_device_bytes_total', 'bytes that came in', ['listener'], (g) => {
    for (const [listener, { counts }] of listeners) g.set({ listener }, counts.bytesIn);
  });
  gauge('lantian_device_waiting', 'frames that wait for their commit', [], (g) => g.set(writer.waiting));
  gauge('lantian_device_exchanges', 'commands under way', [], (g) => g.set(exchanges.underWay));
  gauge('lantian_packets_total', 'packets and commits of this process', ['what'], (g) => {
    for (const [what, n] of Object.entries(writer.counts)) g.set({ what }, n);
  });
  gauge('lantian_store_trouble_seconds', 'since when the database takes nothing', [], (g) => {
    g.set(writer.troubleSince ? (Date.now() - writer.troubleSince.getTime()) / 1000 : 0);
  });
  register.registerMetric(latencyOf(gateway));
}

const NAME = 'lantian_device_acknowledged_seconds';

/** The histogram is counted by the gateway itself, in classes: observing each frame would cost more than it tells. */
function latencyOf({ meter }: Gateway): Metric {
  const get = async () => {
    const values = [];
    let sum = 0;
    for (const [i, n] of meter.latency.entries()) {
      sum += n;
      const upper = LATENCY_CLASSES_MS[i];
      values.push({
        metricName: `${NAME}_bucket`,
        labels: { le: upper === undefined ? '+Inf' : String(upper / 1000) },
        value: sum,
      });
    }
    values.push({ metricName: `${NAME}_sum`, labels: {}, value: meter.latencySumMs / 1000 });
    values.push({ metricName: `${NAME}_count`, labels: {}, value: sum });
    return { name: NAME, help: 'arrival to acknowledgement', type: 'histogram', aggregator: 'sum', values };
  };
  return { name: NAME, get } as unknown as Metric;
}
