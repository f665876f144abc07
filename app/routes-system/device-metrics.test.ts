import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, openGateway } from '#engines/gateway';
import { type Http, openHttp } from '#platform/http';
import { installIdentity } from '#platform/identity';
import { encode, item } from '#protocols/hj-212';
import { freshDatabase } from '../../tests/database.ts';
import { PERMISSIONS, ROLES } from '../roles.ts';
import { systemRoutes } from './index.ts';

describe('what the gateway counts', async () => {
  const { db, pool, url } = await freshDatabase();
  let gateway: Gateway;
  let http: Http;
  beforeAll(async () => {
    const store = { db, pool, url, close: async () => undefined };
    gateway = await openGateway(store, { name: 'test', hj212: { host: '127.0.0.1', port: 0 } });
    http = await openHttp({ version: '1' });
    installIdentity(http, {
      db,
      roles: ROLES,
      permissionRows: [...PERMISSIONS, { role: 'public', action: 'health.read', scope: 'all' }],
    });
    systemRoutes(http, { db, pool, version: '1', gateway });
    const socket = connect({ port: gateway.ports.hj212!, host: '127.0.0.1' });
    const frame = encode({
      qn: '20260301080000000',
      st: '22',
      cn: '2011',
      pw: '1',
      mn: 'SECRETMN',
      flag: 5,
      groups: [[item('a', '1')]],
    });
    socket.write(frame);
    await new Promise((done) => socket.once('data', done));
    const broken = Buffer.from(frame);
    broken.write('0000', broken.length - 6);
    socket.write(Buffer.concat([broken, frame]));
    await new Promise((done) => socket.once('data', done));
  });
  afterAll(async () => {
    await gateway.close();
    await http.close();
  });

  it('is told to Prometheus by protocol, listener and reason, never by device', async () => {
    const text = (await http.inject('/metrics')).body;
    expect(text).toMatch(/lantian_device_frames_total\{protocol="hj-212",outcome="acknowledged"\} 2/);
    expect(text).toMatch(/lantian_device_refused_total\{reason="unreadable"\} 1/);
    expect(text).toMatch(/lantian_device_connections\{listener="hj212"\} 1/);
    expect(text).toMatch(/# TYPE lantian_device_acknowledged_seconds histogram/);
    expect(text).toMatch(/lantian_device_acknowledged_seconds_bucket\{le="\+Inf"\} 2/);
    expect(text).toMatch(/lantian_device_acknowledged_seconds_count 2/);
    expect(text).not.toContain('SECRETMN');
  });

  it('is told to the keeper on the health page', async () => {
    const { devices } = (await http.inject('/api/health')).json();
    expect(devices).toMatchObject({
      listeners: [{ name: 'hj212', port: gateway.ports.hj212, open: 1, accepted: 1, refused: 0, slowed: 0 }],
      protocols: [{ protocol: 'hj-212', frames: 3, acknowledged: 2, kept: 2, refused: 1 }],
      refusals: [{ reason: 'unreadable', count: 1 }],
      exchanges: 0,
      troubleSeconds: 0,
    });
  });
});
