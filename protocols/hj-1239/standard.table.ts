import type { StandardDescription } from '#standards/editions';

export const PROTOCOL = {
  folder: 'hj-1239',
  document: 'HJ 1239.3',
  title: { zh: '重型车排放远程监控技术规范：通讯协议及数据格式', en: 'Remote supervision of heavy vehicles: protocol' },
  editions: [
    {
      edition: 'HJ 1239.3-2021',
      inForce: { from: '2022-07-01' },
      citation: 'HJ 1239.3-2021, announced by the ministry in 2021 no. 79; contents as told by three implementations',
      checkedOn: '2026-11-26',
      confidence: 'M',
    },
  ],
  clauses: [
    {
      clause: 'section 4',
      what: { zh: '车载终端链路，起始符 23 23 与 7E 7E 均接收', en: 'link of terminals; both starts are taken' },
      by: ['TERMINAL_LINK', 'hj1239Reader', 'decodeHj1239', 'encodeHj1239'],
      confidence: 'M',
    },
    {
      clause: 'section 5, tables 16 and 17',
      what: { zh: '平台间链路与应答', en: 'link between platforms, answers' },
      by: ['PLATFORM_LINK', 'answerHj1239'],
      confidence: 'M',
    },
    {
      clause: 'table 3',
      what: { zh: '签名 r、s，整包一次或每块一次', en: 'signature, once or with every block; not verified' },
      by: ['decodeHj1239'],
      confidence: 'M',
    },
    {
      clause: 'tables 5 to 8',
      what: { zh: 'OBD、DPF/SCR、三元催化、混合动力', en: 'OBD, DPF/SCR, three-way catalyst, hybrid' },
      by: ['BLOCKS'],
      confidence: 'M',
    },
  ],
  settings: [],
  gaps: [
    {
      zh: '信息体 03、04、05 的格式仅见于单一来源，整包能恰好读完才采用，并予注明。',
      en: 'Blocks 03 to 05 are laid out by one source: taken only while the report divides without a rest, and said so.',
    },
    { zh: '补充数据流（80）原样保留。', en: 'The supplementary stream (80) is kept as it comes.' },
    { zh: 'SM2 签名不验证。', en: 'Signatures by SM2 are not verified.' },
  ],
} as const satisfies StandardDescription;
