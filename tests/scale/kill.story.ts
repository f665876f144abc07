import { describe, expect, it } from 'vitest';
import { killRounds } from '../../bench/kill.ts';

describe('under load, kill −9 of the database, of both, of the server', () => {
  it('loses nothing that was acknowledged, counts nothing twice, and goes on by itself', async () => {
    const { outages, verdict } = await killRounds(3);
    expect(outages.map(({ killed }) => killed)).toEqual(['database', 'both', 'server']);
    expect(verdict).toMatchObject({ missing: 0, wrong: 0, replaced: 0, unanswered: 0 });
    expect(verdict.acknowledged).toBeGreaterThan(1000);
    expect(verdict.stored).toBe(verdict.acknowledged);
  }, 180_000);
});
