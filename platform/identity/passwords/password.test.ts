import { describe, expect, it } from 'vitest';
import { hashPassword, requireGoodPassword, verifyPassword } from './password.ts';

describe('a password', () => {
  it('is kept as argon2id and fits only itself', async () => {
    const stored = await hashPassword('长安街的蓝天白云在今天');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(stored, '长安街的蓝天白云在今天')).toBe(true);
    expect(await verifyPassword(stored, '长安街的蓝天白云在昨天')).toBe(false);
  });

  it('typed with full-width letters is the same password', async () => {
    expect(await verifyPassword(await hashPassword('tiananmen-2021'), 'ｔｉａｎａｎｍｅｎ-2021')).toBe(true);
  });

  it('of nobody never fits', async () => {
    expect(await verifyPassword(null, 'anything at all')).toBe(false);
  });

  it.each([
    'short-1',
    '123456789',
    'zhangsan-2021',
    'zhangsanzhangsan',
    'aaaaaaaaaaaa',
    '1234567890',
    'abcdefghijkl',
    'P@ssw0rd2021',
    'Admin@123456',
    'qwertyuiop',
    'Lantian@2021',
    'Xicheng123!!',
    'x'.repeat(201),
  ])('%s is refused', (password) => {
    expect(() => requireGoodPassword(password, 'zhangsan')).toThrowError(/password/i);
  });

  it.each(['correct horse battery', '什刹海的冬天要去滑冰呀', 'uT7-kq2m-9xPd', 'zhangsan likes ice skating'])(
    '%s is good',
    (password) => {
      expect(() => requireGoodPassword(password, 'zhangsan')).not.toThrow();
    },
  );
});
