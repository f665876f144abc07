import { describe, expect, it } from 'vitest';
import { openHttp } from '#platform/http';
import { installIdentity } from '#platform/identity';
import { freshDatabase } from '../../tests/database.ts';
import { PERMISSIONS, ROLES } from '../roles.ts';
import { systemRoutes } from './index.ts';

describe('the system’s own routes', async () => {
  const { db, pool } = await freshDatabase();
  const http = await openHttp({ version: '1.2.3', tileOrigins: ['https://tiles.example'], requestsPerMinute: 50 });
  installIdentity(http, {
    db,
    roles: ROLES,
    permissionRows: [...PERMISSIONS, { role: 'public', action: 'health.read', scope: 'all' }],
  });
  systemRoutes(http, { db, pool, version: '1.2.3', dataFolder: '.' });

  it('say that it lives', async () => {
    expect((await http.inject('/healthz')).json()).toEqual({ status: 'good' });
  });

  it('say how it is: database, disk, jobs, and nothing to look at on a sound machine', async () => {
    const report = (await http.inject('/api/health')).json();
    expect(report).toMatchObject({
      version: '1.2.3',
      database: { roleSeparated: true },
      jobs: { waiting: 0, failed: 0 },
    });
    expect(report.database.sizeBytes).toBeGreaterThan(1e6);
    expect(report.disk.totalBytes).toBeGreaterThan(report.disk.freeBytes);
  });

  it('count answers by route, never by address, for this machine or its keeper', async () => {
    await http.inject('/some/unknown/address-1');
    const text = (await http.inject('/metrics')).body;
    expect(text).toMatch(/lantian_http_seconds_count\{method="GET",route="\/api\/health",status="200"\} 1/);
    expect(text).toMatch(/lantian_database_pool\{state="open"\} [1-9]/);
    expect(text).not.toContain('address-1');
  });

  it('answer with a strict content policy that knows the tile server, and keep nothing of /api in caches', async () => {
    const { headers } = await http.inject('/api/me');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("img-src 'self' data: blob: https://tiles.example;");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect([headers['x-content-type-options'], headers['cache-control']]).toEqual(['nosniff', 'no-store']);
  });

  it('hear one address a limited number of times a minute', async () => {
    const ask = () => http.inject({ url: '/api/me', remoteAddress: '10.5.5.5' });
    const codes: number[] = [];
    for (let i = 0; i < 60; i++) codes.push((await ask()).statusCode);
    expect(codes.filter((c) => c === 200)).toHaveLength(50);
    expect(codes.filter((c) => c === 429)).toHaveLength(10);
    expect((await ask()).json().code).toBe('too_many_requests');
    expect((await http.inject({ url: '/api/me', remoteAddress: '10.5.5.6' })).statusCode).toBe(200);
  });
});
