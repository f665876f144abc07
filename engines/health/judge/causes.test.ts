import { describe, expect, it } from 'vitest';
import { CAUSES, type CauseId, remedyOf, wordsOf } from './causes.table.ts';
import { RULES } from './rules.ts';

const VALUES = { n: 6, minutes: 30, at: Date.UTC(2026, 0, 1), reason: '换滤膜', channels: 'PM25' };

describe('every cause', () => {
  it.each(Object.keys(CAUSES) as CauseId[])(
    '%s has words in both languages, and a remedy unless all is well',
    (cause) => {
      const { zh, en } = wordsOf(cause, VALUES);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en.replace('换滤膜', '')).not.toMatch(/[\u4e00-\u9fff]/);
      expect(zh + en).not.toContain('undefined');
      const remedy = remedyOf(cause, true);
      if (cause === 'well' || cause === 'parked') expect(remedy).toBeNull();
      else expect(remedy?.zh && remedy.en).toBeTruthy();
    },
  );

  it('does not send a device commands that it cannot take', () => {
    expect(remedyOf('clock', true)?.zh).toContain('1012');
    for (const cause of Object.keys(CAUSES) as CauseId[])
      if (!['checksum'].includes(cause)) expect(remedyOf(cause, false)?.zh ?? '').not.toMatch(/1012|2011|下发/);
  });

  it('is told by one rule, and every rule tells a cause of its own', () => {
    expect(RULES.map(({ cause }) => cause).sort()).toEqual(Object.keys(CAUSES).sort());
  });
});
