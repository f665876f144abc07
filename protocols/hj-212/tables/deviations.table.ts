type Row = { readonly part: 'frame' | 'checksum' | 'header' | 'area'; readonly zh: string; readonly en: string };

/**
 * Everything that a packet may do otherwise than HJ 212 says and is read nevertheless; each was seen from a device in the
 * field. The detail of a deviation is the text or the number that is odd.
 */
export const DEVIATIONS = {
  'length-wrong': {
    part: 'frame',
    zh: '声明长度与数据段长度不符',
    en: 'declared length is not that of the data segment',
  },
  'segment-too-long': { part: 'frame', zh: '数据段超过 1024 字节', en: 'data segment above 1024 bytes' },
  'area-too-long': { part: 'frame', zh: '数据区超过规定长度', en: 'data area longer than allowed' },
  'extra-after-crc': { part: 'frame', zh: '校验码后有多余字节', en: 'extra bytes after the checksum' },
  'terminator-missing': { part: 'frame', zh: '缺少包尾 CRLF', en: 'no CRLF at the end' },
  'terminator-stars': { part: 'frame', zh: '包尾为 **', en: '** instead of CRLF' },
  'terminator-half': { part: 'frame', zh: '包尾只有 CR 或 LF', en: 'only CR or LF at the end' },
  'terminator-spelt': { part: 'frame', zh: '包尾为字面的 \\r\\n', en: 'the characters \\r\\n instead of CRLF' },
  'crc-missing': { part: 'checksum', zh: '没有校验码', en: 'no checksum' },
  'crc-lower-case': { part: 'checksum', zh: '校验码为小写', en: 'checksum in lower case' },
  'crc-other-variant': { part: 'checksum', zh: '校验算法不是 HJ 212 的算法', en: 'checksum of another algorithm' },
  'crc-mismatch': { part: 'checksum', zh: '校验码不符合任何已知算法', en: 'checksum fits no known algorithm' },
  'qn-missing': { part: 'header', zh: '没有 QN', en: 'no QN' },
  'qn-form': { part: 'header', zh: 'QN 不是 17 位数字', en: 'QN is not 17 digits' },
  'st-missing': { part: 'header', zh: '没有 ST', en: 'no ST' },
  'st-length': { part: 'header', zh: 'ST 不是 2 个字符', en: 'ST is not 2 characters' },
  'cn-missing': { part: 'header', zh: '没有 CN', en: 'no CN' },
  'cn-form': { part: 'header', zh: 'CN 不是 4 位数字', en: 'CN is not 4 digits' },
  'pw-missing': { part: 'header', zh: '没有 PW', en: 'no PW' },
  'pw-length': { part: 'header', zh: 'PW 不是 6 个字符', en: 'PW is not 6 characters' },
  'mn-missing': { part: 'header', zh: '没有 MN', en: 'no MN' },
  'mn-length': { part: 'header', zh: 'MN 不是 14 或 24 个字符', en: 'MN is neither 14 nor 24 characters' },
  'flag-form': { part: 'header', zh: 'Flag 不是 0–255 的整数', en: 'Flag is no whole number from 0 to 255' },
  'flag-version': { part: 'header', zh: 'Flag 的版本位未定义', en: 'Flag names an edition that does not exist' },
  'packet-no-disagrees': {
    part: 'header',
    zh: 'Flag 第 1 位与 PNUM/PNO 不一致',
    en: 'Flag bit 1 and PNUM/PNO disagree',
  },
  'packet-no-without-flag': { part: 'header', zh: '有 PNUM/PNO 而无 Flag', en: 'PNUM/PNO without Flag' },
  'answer-wants-answer': { part: 'header', zh: '应答包又要求应答', en: 'an answer asks for an answer' },
  'field-order': { part: 'header', zh: '字段次序不同', en: 'header fields in another order' },
  'field-name-case': { part: 'header', zh: '字段名大小写不同', en: 'field name in another case' },
  'field-name-stray': { part: 'header', zh: '字段名中有杂字符', en: 'stray character in a field name' },
  'field-unknown': { part: 'header', zh: '未知字段', en: 'unknown field' },
  'field-repeated': { part: 'header', zh: '字段重复', en: 'field given twice' },
  'area-opening-missing': { part: 'area', zh: '数据区开头缺少 &&', en: 'no && before the data area' },
  'area-closing-missing': { part: 'area', zh: '数据区结尾缺少 &&', en: 'no && after the data area' },
  'text-after-area': { part: 'area', zh: '数据区之后有多余字符', en: 'characters after the data area' },
  'trailing-semicolon': { part: 'area', zh: '数据区末尾多一个分号', en: 'semicolon at the end of the data area' },
  'item-empty': { part: 'area', zh: '空项', en: 'empty item' },
  'item-without-value': { part: 'area', zh: '项没有等号', en: 'item without an equals sign' },
  'item-repeated': { part: 'area', zh: '项重复', en: 'item given twice' },
  'data-time-length': { part: 'area', zh: 'DataTime 不是 14 位', en: 'DataTime is not 14 characters' },
  'double-suffix': { part: 'area', zh: '后缀重复', en: 'two suffixes' },
  'name-case': { part: 'area', zh: '项名大小写不同', en: 'item name in another case' },
  'flag-before-value': { part: 'area', zh: '标记在数值之前', en: 'flag before the value' },
  'flag-bare': { part: 'area', zh: '单独的 Flag 项', en: 'a Flag item of no factor' },
  'flag-case': { part: 'area', zh: '数据标记为小写', en: 'data flag in lower case' },
  'value-blank': { part: 'area', zh: '值中有空格', en: 'blank in a value' },
  'text-gbk': { part: 'area', zh: '中文为 GBK 编码', en: 'Chinese text in GBK' },
  'text-unreadable': { part: 'area', zh: '有无法识别的字节', en: 'bytes that are no text' },
  'encrypted-without-key': { part: 'area', zh: '数据区已加密而没有密钥', en: 'data area encrypted, no key at hand' },
  'encrypted-key-wrong': { part: 'area', zh: '密钥不能解出数据区', en: 'data area not readable with this key' },
} as const satisfies Record<string, Row>;

export type DeviationName = keyof typeof DEVIATIONS;
/** One way in which a packet departs from the standard; `detail` is what is odd about it. */
export type Deviation = { readonly name: DeviationName; readonly detail: string };
