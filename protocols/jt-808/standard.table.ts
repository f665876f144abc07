import type { StandardDescription } from '#standards/editions';
import { PART_LIMITS } from './parts.ts';

export const PROTOCOL = {
  folder: 'jt-808',
  document: 'JT/T 808',
  title: {
    zh: '道路运输车辆卫星定位系统：终端通讯协议及数据格式',
    en: 'Vehicle terminals of road transport: protocol',
  },
  editions: [
    {
      edition: 'JT/T 808-2011',
      inForce: { from: '2011-08-01', until: '2019-06-30' },
      citation:
        'JT/T 808-2011; the technical specification of 2013 for BeiDou terminals changes lengths of the registration (here 2013)',
      checkedOn: '2026-11-26',
      confidence: 'H',
    },
    {
      edition: 'JT/T 808-2019',
      inForce: { from: '2019-07-01' },
      citation: 'JT/T 808-2019; terminals of the editions before it go on sending',
      checkedOn: '2026-11-26',
      confidence: 'H',
    },
  ],
  clauses: [
    {
      clause: '4.4',
      what: { zh: '标识位、转义、校验、消息头（2011、2013、2019）', en: 'flags, escapes, checksum, headers' },
      by: ['Jt808Reader', 'decodeJt808', 'encodeJt808'],
    },
    {
      clause: '4.4.3, 8.6, 8.7',
      what: { zh: '分包、重组、补传', en: 'sub-packets, putting together, asking again' },
      by: ['PartAssembler', 'encodeJt808Parts', 'resendRequest'],
    },
    {
      clause: '8.1 to 8.10',
      what: { zh: '通用应答、心跳、注册、鉴权、注销', en: 'answers, heartbeat, registration, authentication' },
      by: ['MESSAGES', 'platformAnswer', 'registrationAnswer'],
    },
    {
      clause: '8.20, tables 23 to 27',
      what: { zh: '位置信息及附加信息，厂家项原样保留', en: "positions and items; makers' items kept" },
      by: ['ITEMS', 'situationOf'],
    },
    { clause: '8.49', what: { zh: '定位数据批量上传', en: 'batches of positions' }, by: ['decodeJt808'] },
  ],
  settings: [
    {
      name: 'PART_LIMITS',
      default: `${PART_LIMITS.parts}, ${PART_LIMITS.bytes}, ${PART_LIMITS.messages}`,
      what: { zh: '每连接分包数、字节数、消息数上限', en: 'parts, bytes and messages held for a connection' },
      confidence: 'L',
    },
  ],
  gaps: [
    { zh: 'RSA 加密的消息体原样保留。', en: 'Bodies encrypted with RSA are kept as they come.' },
    { zh: '其余消息（参数、多媒体等）原样保留。', en: 'Other messages (parameters, media) are kept as they come.' },
  ],
} as const satisfies StandardDescription;
