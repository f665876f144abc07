import type { Pool } from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Gateway } from '#engines/gateway';
import type { Http } from '#platform/http';
import { waitingJobs } from '#platform/jobs';
import type { Db } from '#platform/store';
import { measureDevices } from './device-metrics.ts';

/** Counts every answer by route and prepares what /metrics prints. */
export function measure(http: Http, { db, pool, gateway }: { db: Db; pool: Pool; gateway?: Gateway }): Registry {
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: 'lantian_' });
  const seconds = new Histogram({
    name: 'lantian_http_seconds',
    help: 'time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [register],
  });
  http.addHook('onResponse', async (request, reply) => {
    // addresses that no route knows are one label, or anybody could fill the memory with them
    const route = request.routeOptions.url ?? 'unknown';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  new Gauge({
    name: 'lantian_jobs',
    help: 'background jobs by task and state',
    labelNames: ['task', 'state'],
    registers: [register],
    async collect() {
      this.reset();
      for (const { task, waiting, failed } of await waitingJobs(db)) {
        this.set({ task, state: 'waiting' }, waiting);
        this.set({ task, state: 'failed' }, failed);
      }
    },
  });
  new Gauge({
    name: 'lantian_database_pool',
    help: 'connections of this process by state',
    labelNames: ['state'],
    registers: [register],
    collect() {
      this.set({ state: 'open' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'awaited' }, pool.waitingCount);
    },
  });
  if (gateway) measureDevices(register, gateway);
  return register;
}
