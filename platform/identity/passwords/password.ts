import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '#platform/refusal';
import { COMMON_PASSWORDS } from './common-passwords.table.ts';

export const PASSWORD_LENGTH = { least: 10, most: 200 } as const;

/** argon2id, 19 MiB, two passes, one lane: the first recommendation of the OWASP password storage sheet */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** @returns the argon2id hash in PHC notation */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

let stranger: Promise<string> | undefined;

/**
 * Whether a password fits. An account without a password (or no account at all) costs the same work as a wrong
 * password, so that the time of the answer tells nobody which logins exist.
 */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  stranger ??= hashPassword(crypto.randomUUID());
  const right = await verify(stored ?? (await stranger), password.normalize('NFKC'));
  return right && !!stored;
}

/**
 * The policy: long enough, not the login, not one that everybody tries first, not one character over and over.
 * @throws Refusal password_too_weak
 */
export function requireGoodPassword(password: string, login: string): void {
  const plain = password.normalize('NFKC');
  const lower = plain.toLowerCase();
  const length = [...plain].length;
  if (length < PASSWORD_LENGTH.least || length > PASSWORD_LENGTH.most)
    throw weak(
      `密码至少需要 ${PASSWORD_LENGTH.least} 个字符，请改长一些。`,
      `The password needs at least ${PASSWORD_LENGTH.least} characters; please make it longer.`,
    );
  const name = login.toLowerCase().split('@')[0]!;
  if (lower === login.toLowerCase() || (name.length >= 3 && remainder(lower, name) < 6))
    throw weak('密码不能由登录名构成，请换一个。', 'The password may not be made of the login; please choose another.');
  if (new Set(lower).size < 4 || isRun(lower) || COMMON_PASSWORDS.has(lower) || COMMON_PASSWORDS.has(undress(lower)))
    throw weak(
      '这个密码太常见，容易被猜到，请换一个。',
      'This password is one that everybody tries first; please choose another.',
    );
}

/** characters left when every occurrence of a word is taken out */
const remainder = (text: string, word: string) =>
  text.includes(word) ? text.replaceAll(word, '').length : text.length;

/** `P@ssw0rd2021!` and `password` are the same thought: without digits and signs at the ends, with the usual swaps undone */
function undress(text: string): string {
  const trimmed = text.replace(/^[^a-z]+|[^a-z]+$/g, '');
  return trimmed.replace(/[@$013]/g, (c) => ({ '@': 'a', $: 's', '0': 'o', '1': 'i', '3': 'e' })[c] ?? c);
}

/** 1234567890, abcdefghij, 0987654321 … */
function isRun(text: string): boolean {
  const steps = Array.from(text.slice(1), (c, i) => c.charCodeAt(0) - text.charCodeAt(i));
  const odd = steps.filter((s) => s !== steps[0]).length;
  return Math.abs(steps[0] ?? 0) <= 1 && odd <= 1;
}

const weak = (zh: string, en: string) => new Refusal('password_too_weak', { zh, en });
