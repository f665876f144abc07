import type { Sentence } from '#platform/refusal';
import type { Common } from './outage.ts';

type Counted = { name: Sentence; n: number; watched: number; from: number };
type Row = { readonly words: (c: Counted) => Sentence; readonly remedy: Sentence };

const clock = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16);
const counted = (zh: string, en: string) => (c: Counted) => ({
  zh: `${zh.replace('{}', c.name.zh)}：${clock(c.from)}前后${c.n}台（共${c.watched}台）先后停止上传`,
  en: `${en.replace('{}', c.name.en)}: ${c.n} of ${c.watched} devices stopped around ${clock(c.from)}`,
});

/** One outage in words, by what its devices have in common. */
export const OUTAGE_WORDS: Readonly<Record<Common, Row>> = {
  all: {
    words: counted('全网中断', 'network-wide outage'),
    remedy: {
      zh: '多半不是设备的问题：先看服务器的网络、防火墙和接入端口；再问运营商专线是否中断。恢复前不必逐台处理。',
      en: 'Probably not the devices: check the server’s network, firewall and ports, then the carrier. Do not go to single devices.',
    },
  },
  gateway: {
    words: counted('接入服务 {} 中断', 'outage of gateway {}'),
    remedy: {
      zh: '检查这台接入服务器和它的网络，必要时重启接入服务。',
      en: 'Check this gateway and its network; restart it if need be.',
    },
  },
  kind: {
    words: counted('{}大面积中断', 'outage of {}'),
    remedy: {
      zh: '同类设备多为同一厂家或同一张流量卡：联系厂家平台和运营商，查批量欠费、平台转发中断。',
      en: 'One kind often has one maker and one SIM contract: call both, ask for unpaid cards or a stopped forwarding.',
    },
  },
  street: {
    words: counted('{}大面积中断', 'outage in {}'),
    remedy: {
      zh: '同一街道同时中断多为停电或基站故障：问供电和运营商，恢复后再看个别设备。',
      en: 'One street at once is mostly power or a base station: ask both, and look at single devices afterwards.',
    },
  },
};
