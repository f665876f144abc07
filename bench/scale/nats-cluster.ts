import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@nats-io/transport-node';
import { freePorts } from './ports.ts';

export type NatsCluster = { url: string; kill(node: number): void; close(): Promise<void> };

/** A cluster of NATS servers with JetStream on loopback, each a process of its own. */
export async function startNatsCluster(nodes = 3): Promise<NatsCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'lantian-nats-'));
  const ports = await freePorts(nodes * 2);
  const routes = ports.slice(nodes).map((port) => `nats://127.0.0.1:${port}`);
  const servers = Array.from({ length: nodes }, (_, n) => {
    const path = join(folder, `n${n}.conf`);
    writeFileSync(
      path,
      `server_name: n${n}
listen: 127.0.0.1:${ports[n]}
jetstream { store_dir: "${join(folder, `n${n}`)}" }
cluster { name: lantian, listen: 127.0.0.1:${ports[nodes + n]}, routes: [${routes.join(', ')}] }
`,
    );
    return spawn('nats-server', ['-c', path], { stdio: 'ignore' });
  });
  const url = ports
    .slice(0, nodes)
    .map((port) => `nats://127.0.0.1:${port}`)
    .join(',');
  await reachable(url, servers);
  return {
    url,
    kill: (node) => servers[node]!.kill('SIGKILL'),
    async close() {
      await Promise.all(
        servers.map(async (server) => {
          if (server.exitCode !== null || server.signalCode !== null) return;
          const ended = new Promise((done) => server.once('exit', done));
          server.kill('SIGKILL');
          await ended;
        }),
      );
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function reachable(url: string, servers: readonly ChildProcess[]): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (servers.some((server) => server.exitCode !== null)) throw new Error('a nats-server ended at once');
    try {
      const connection = await connect({ servers: url.split(','), timeout: 1000, maxReconnectAttempts: 0 });
      await connection.close();
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new Error('the NATS cluster does not answer');
}
