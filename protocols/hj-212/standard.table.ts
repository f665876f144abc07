import type { StandardDescription } from '#standards/editions';
import { EDITIONS } from './tables/editions.table.ts';

export const PROTOCOL = {
  folder: 'hj-212',
  document: 'HJ 212',
  title: { zh: '污染物在线监控（监测）系统数据传输', en: 'Data transmission of pollutant monitoring systems' },
  editions: Object.values(EDITIONS).map(({ name, ...row }) => ({ edition: name, ...row })),
  clauses: [
    {
      clause: '§6.3.1, annex A',
      what: { zh: '通讯包结构、CRC 校验与断续接收', en: 'frame, checksum, reading from a stream' },
      by: ['frameReader', 'crcHj212', 'variantOf'],
    },
    {
      clause: '§6.3.2, tables 2 and 3',
      what: { zh: '数据段字段与数据区', en: 'fields of the data segment and the data area' },
      by: ['decodeFrame', 'readSegment', 'encode', 'FIELDS'],
    },
    {
      clause: '§6.1, §6.2, §6.5, annex C',
      what: { zh: '请求、上传、通知的应答与交互', en: 'requests, uploads, notices and their answers' },
      by: ['answerTo', 'stepOf', 'request', 'REQUESTS', 'WAITING'],
    },
    {
      clause: 'tables 5 to 9',
      what: {
        zh: '系统编码、执行结果、数据标记、命令编码',
        en: 'codes of systems, results, data flags and commands',
      },
      by: ['SYSTEMS', 'REQUEST_RETURNS', 'RESULT_RETURNS', 'DATA_FLAGS', 'COMMANDS'],
    },
    {
      clause: 'annex B',
      what: { zh: '大气与噪声因子编码及缺省单位', en: 'codes of air and noise factors with the presumed units' },
      by: ['FACTORS', 'NOISE_FACTORS', 'OLD_FACTOR_CODES'],
      confidence: 'M',
    },
    {
      clause: 'HJ 212-2025 §6.4.2, annex A.2',
      what: { zh: '数据区 SM4 加密', en: 'data area encrypted with SM4' },
      by: ['sealArea', 'sm4Blocks', 'isEncryptedCommand'],
      confidence: 'M',
    },
  ],
  settings: [
    {
      name: 'accept',
      default: 'hj212',
      what: { zh: '视为正确的校验算法，按设备设置', en: 'checksums that count as right, per device' },
      confidence: 'M',
    },
    {
      name: 'cipherForm',
      default: 'bytes',
      what: { zh: '密文的书写形式，标准未明确', en: 'how the cipher is written, which the text leaves open' },
      confidence: 'L',
    },
    {
      name: 'longestSegment',
      default: '9999',
      what: { zh: '等待的最长数据段（字节）', en: 'the longest data segment that is waited for, in bytes' },
      confidence: 'M',
    },
  ],
  gaps: [
    {
      zh: 'HJ 212-2025 全文未能查阅：命令、RF 字段位置及数据标记按实现者转述。',
      en: 'The full text of HJ 212-2025 could not be read: commands, the place of RF and data flags are as implementers tell them.',
    },
    {
      zh: '附录 B 只收录大气、扬尘、挥发性有机物与噪声常用因子，水质因子未收录。',
      en: 'Of annex B only the usual factors of air, dust, organic compounds and noise are rows; those of water are not.',
    },
    {
      zh: 'HJ 212-2025 附录 H 的媒体文件上传未实现。',
      en: 'The upload of media files of annex H of HJ 212-2025 is not implemented.',
    },
  ],
} as const satisfies StandardDescription;
