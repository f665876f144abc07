import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Refusal } from '#platform/refusal';

/** Networks that are not the public internet: RFC 6890 and its additions (IANA special-purpose registries). */
const SPECIAL_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** the one part of IPv6 that is given to the public internet, and what in it leads elsewhere */
const PUBLIC_V6 = '2000::/3';
const SPECIAL_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const listOf = (family: 'ipv4' | 'ipv6', networks: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const network of networks) {
    const [address, prefix] = network.split('/') as [string, string];
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
};
const specialV4 = listOf('ipv4', SPECIAL_V4);
const publicV6 = listOf('ipv6', [PUBLIC_V6]);
const specialV6 = listOf('ipv6', SPECIAL_V6);

/** Whether an address is one of the public internet. IPv4 inside IPv6 is none. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !specialV4.check(address, 'ipv4');
  return kind === 6 && publicV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6');
}

export const PRIVATE_ADDRESS = 'ERR_PRIVATE_ADDRESS';

/** Looks a name up and refuses it whole when one of its addresses is private: asked when the connection is made. */
export const publicLookup: LookupFunction = (name, options, answer) => {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, '', 0);
    const first = addresses[0];
    if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
      return answer(Object.assign(new Error('a private address'), { code: PRIVATE_ADDRESS }), '', 0);
    if (options.all) return answer(null, addresses);
    answer(null, first.address, first.family);
  });
};

/**
 * The address of a web hook.
 * @throws Refusal value_out_of_range: no https, a log-in inside, a private address. The sentence never repeats it.
 */
export function hookAddress(given: string, privateHooks: boolean): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const scheme = url?.protocol === 'https:' || (privateHooks && url?.protocol === 'http:');
  if (!url || !scheme || url.username || url.password)
    throw new Refusal('value_out_of_range', {
      zh: '请填写群机器人给出的完整地址，以 https:// 开头。',
      en: 'Enter the whole address that the robot shows; it begins with https://.',
    });
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const inside = isIP(host)
    ? !isPublicAddress(host)
    : !host.includes('.') || /\.(local|internal|localhost)\.?$/.test(host);
  if (inside && !privateHooks)
    throw new Refusal('value_out_of_range', {
      zh: '群机器人地址不能指向内网，如需使用请管理员设置 LANTIAN_HOOKS_PRIVATE=1。',
      en: 'A web hook may not point into the private network; if it has to, the administrator sets LANTIAN_HOOKS_PRIVATE=1.',
    });
  url.hash = '';
  return url;
}
