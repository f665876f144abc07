import { describe, expect, it } from 'vitest';
import { differences } from './difference.ts';

describe('what an audited change changed', () => {
  it('names only the leaves that differ', () => {
    const before = { name: '张三', disabled: false, grants: [{ role: 'air_office' }] };
    const after = { name: '张三', disabled: true, grants: [{ role: 'inspector' }] };
    expect(differences(before, after)).toEqual([
      { path: 'disabled', before: 'false', after: 'true' },
      { path: 'grants.0.role', before: 'air_office', after: 'inspector' },
    ]);
  });

  it('shows a creation as after only and a removal as before only', () => {
    expect(differences(null, { name: '李四' })).toEqual([{ path: 'name', before: null, after: '李四' }]);
    expect(differences({ name: '李四' }, null)).toEqual([{ path: 'name', before: '李四', after: null }]);
  });

  it('takes an emptied list for a change', () => {
    expect(differences({ grants: ['a'] }, { grants: [] })).toEqual([
      { path: 'grants.0', before: 'a', after: null },
      { path: 'grants', before: null, after: '[]' },
    ]);
  });
});
