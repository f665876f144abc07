/** What a frame may do otherwise than its standard says. The list is closed: a decoder that finds something new adds a row here. */
export const DEVIATIONS = {
  'start-wrong': { zh: '起始符不符', en: 'the start bytes are not those of the protocol' },
  'frame-short': { zh: '报文短于最小长度', en: 'shorter than the shortest frame' },
  'length-wrong': { zh: '声明长度与实际长度不符', en: 'the declared length is not the length of the data' },
  'checksum-wrong': { zh: '校验码不符', en: 'the checksum does not fit' },
  'escape-wrong': { zh: '转义不符', en: 'an escape byte is not followed by 01 or 02' },
  'command-unknown': { zh: '命令或消息未定义', en: 'the command or message is not defined' },
  'block-unknown': { zh: '信息类型未定义，其后数据原样保留', en: 'the block type is not defined; kept from there on' },
  'block-unverified': { zh: '信息体按未经核对的格式解读', en: 'the block is read by a layout that is not verified' },
  'block-head-missing': { zh: '信息体缺少采集时间', en: 'blocks stand without the time of their own' },
  'item-undefined': { zh: '附加信息未定义，原样保留', en: 'the item is not defined; kept as it came' },
  'item-length-wrong': { zh: '附加信息长度不符', en: 'the item has another length than defined' },
  encrypted: { zh: '数据单元已加密，原样保留', en: 'the data are encrypted; kept as they came' },
  truncated: { zh: '数据不完整，自此原样保留', en: 'the data end early; kept from there on' },
  'trailing-bytes': { zh: '末尾有多余数据', en: 'bytes are left over at the end' },
  'time-impossible': { zh: '时间不成立', en: 'not a time of the calendar' },
  'digits-wrong': { zh: 'BCD 码含非十进制数字', en: 'a BCD nibble is no decimal digit' },
  'text-unprintable': { zh: '文本含不可见字符', en: 'a text holds unprintable characters' },
  'text-undecodable': { zh: '文本编码不符', en: 'a text is not in its character set' },
  'value-reserved': { zh: '取值未定义', en: 'a value that the standard reserves' },
  'sub-packet-wrong': { zh: '分包序号或总数不符', en: 'number or total of sub-packets cannot be' },
} as const;

export type DeviationCode = keyof typeof DEVIATIONS;
