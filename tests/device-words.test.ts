import { describe, expect, it } from 'vitest';
import { DEVICE_KINDS, HEALTH_STATES } from '#engines/devices';
import { KEPT_REASONS } from '#engines/observations';
import { CAUSES } from '../engines/health/judge/causes.table.ts';
import en from '../locales/en/devices.json' with { type: 'json' };
import zh from '../locales/zh-CN/devices.json' with { type: 'json' };

/** What the server names by a code, the pages have to have words for. */
const NAMED = {
  kinds: Object.keys(DEVICE_KINDS),
  health: [...HEALTH_STATES, 'none'],
  causes: Object.keys(CAUSES),
  reasons: [...KEPT_REASONS],
} as const;

describe('the words of devices', () => {
  it.each(Object.keys(NAMED) as (keyof typeof NAMED)[])('are there for all %s, in both languages', (group) => {
    for (const texts of [zh[group], en[group]] as Record<string, string>[])
      expect(NAMED[group].filter((code) => !texts[code])).toEqual([]);
  });

  it('call kinds as the register does', () => {
    for (const [kind, { zh: title }] of Object.entries(DEVICE_KINDS))
      expect((zh.kinds as Record<string, string>)[kind]).toBe(title);
  });
});
