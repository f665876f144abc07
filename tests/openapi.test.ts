import { describe, expect, it } from 'vitest';
import { routesOf } from '#platform/http';
import { freshDatabase } from './database.ts';
import { wholeServer } from './server.ts';

type Operation = { summary?: string; tags?: string[] };

describe('the description of the interface', async () => {
  const http = await wholeServer(await freshDatabase());
  const answer = await http.inject('/api/openapi.json');
  const paths = answer.json().paths as Record<string, Record<string, Operation>>;
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );

  it('lists exactly the routes that are registered', () => {
    const registered = routesOf(http)
      .filter((route) => !route.hidden)
      .map((route) => `${route.method} ${route.url.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.map(({ name }) => name).sort()).toEqual(registered.sort());
  });

  it('says of each what it is for', () => {
    const silent = described.filter(({ operation }) => !operation.summary || !operation.tags?.length);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
