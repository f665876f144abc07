import type { StandardDescription } from '#standards/editions';
import { POSITION_DEFAULTS } from './settings.table.ts';

const { fixedWhen, southBit, westBit } = POSITION_DEFAULTS;

export const PROTOCOL = {
  folder: 'gb-17691',
  document: 'GB 17691 annex Q',
  title: { zh: '重型柴油车远程排放管理车载终端通讯协议', en: 'Remote emission management of heavy-duty vehicles' },
  editions: [
    {
      edition: 'GB 17691-2018',
      inForce: { from: '2019-07-01' },
      citation: 'GB 17691-2018 annex Q, as read from frames of the field and three implementations',
      checkedOn: '2026-11-26',
      confidence: 'M',
    },
  ],
  clauses: [
    {
      clause: 'Q.6.2',
      what: { zh: '数据包结构、校验与断续接收', en: 'frame, checksum, reading from a stream' },
      by: ['gb17691Reader', 'decodeGb17691', 'encodeGb17691'],
      confidence: 'M',
    },
    {
      clause: 'Q.6.3',
      what: { zh: '登入、实时、补发、登出、校时', en: 'login, real-time, re-issue, logout, time' },
      by: ['COMMANDS'],
      confidence: 'M',
    },
    {
      clause: 'Q.6.4',
      what: { zh: 'OBD 信息与发动机数据流', en: 'OBD information and engine stream' },
      by: ['BLOCKS', 'noxReading'],
      confidence: 'M',
    },
    {
      clause: 'Q.6.4',
      what: { zh: '定位状态与坐标互相核对', en: 'status of the position checked against the coordinates' },
      by: ['positionOf'],
      confidence: 'M',
    },
  ],
  settings: [
    {
      name: 'fixedWhen, southBit, westBit',
      default: `${fixedWhen}, ${southBit}, ${westBit}`,
      what: { zh: '定位状态各位含义，来源说法不一', en: 'bits of the position status, on which sources disagree' },
      confidence: 'L',
    },
  ],
  gaps: [
    {
      zh: '附录 Q 原文未能查阅，条号为转述。',
      en: 'The text of annex Q could not be read; clause numbers are as reported.',
    },
    { zh: 'RSA、SM2 加密的数据单元原样保留。', en: 'Data encrypted with RSA or SM2 are kept as they come.' },
  ],
} as const satisfies StandardDescription;
