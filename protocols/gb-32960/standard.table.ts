import type { StandardDescription } from '#standards/editions';

export const PROTOCOL = {
  folder: 'gb-32960',
  document: 'GB/T 32960.3',
  title: { zh: '电动汽车远程服务与管理系统：通信协议及数据格式', en: 'Remote service of electric vehicles: protocol' },
  editions: [
    {
      edition: 'GB/T 32960.3-2016',
      inForce: { from: '2016-10-01', until: '2025-10-31' },
      citation: 'GB/T 32960.3-2016; vehicles of this edition go on sending after its successor is in force',
      checkedOn: '2026-11-26',
      confidence: 'M',
    },
  ],
  clauses: [
    {
      clause: 'table 2',
      what: { zh: '数据包结构、校验与断续接收', en: 'frame, checksum, reading from a stream' },
      by: ['gb32960Reader', 'decodeGb32960', 'encodeGb32960'],
    },
    {
      clause: 'tables 3, 6, 21 to 23',
      what: { zh: '登入、登出、平台登入登出、心跳、校时', en: 'login, logout, platforms, heartbeat, time' },
      by: ['COMMANDS'],
    },
    {
      clause: 'tables 8 to 18, annex B',
      what: { zh: '信息体 01 至 09，80 至 FE 原样保留', en: 'blocks 01 to 09; 80 to FE are kept as they come' },
      by: ['BLOCKS', 'VENDOR_BLOCKS'],
    },
    {
      clause: '6.3.2',
      what: { zh: '平台应答', en: 'answers of the platform' },
      by: ['answerGb32960', 'answerGb32960Time'],
    },
  ],
  settings: [],
  gaps: [
    {
      zh: '2025 版（起始符 24 24，2025-11-01 施行）未实现。',
      en: 'The edition of 2025 (start 24 24, in force 2025-11-01) is not implemented.',
    },
  ],
} as const satisfies StandardDescription;
