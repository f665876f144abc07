import type { Sentence } from '#platform/refusal';

/** What a sentence names: numbers, instants (ms), texts. */
export type CauseValues = { n?: number; minutes?: number; at?: number; reason?: string; channels?: string };
type Row = {
  readonly words: (v: CauseValues) => Sentence;
  readonly remedy: Sentence | null;
  /** where the device takes no commands, if that makes another remedy */
  readonly without?: Sentence;
};

const SET_ELSEWHERE = {
  zh: '这类设备不能远程校时：请车主或厂家校时，并检查电池和授时（卫星或网络）。',
  en: 'Its clock cannot be set from here: have owner or maker set it and check battery and time source.',
};
const t = (zh: string, en: string): Sentence => ({ zh, en });
/** 11月26日 07:05, in the district's time */
const at = (ms: number | undefined): Sentence => {
  const text = new Date((ms ?? 0) + 8 * 3_600_000).toISOString();
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  return t(`${month}月${day}日 ${text.slice(11, 16)}`, `${text.slice(0, 10)} ${text.slice(11, 16)}`);
};
const span = (minutes: number): Sentence => {
  const all = Math.abs(minutes);
  if (all < 120) return t(`${all}分钟`, `${all} min`);
  if (all < 2880) return t(`${Math.round(all / 60)}小时`, `${Math.round(all / 60)} h`);
  return t(`${Math.round(all / 1440)}天`, `${Math.round(all / 1440)} days`);
};

/** What is the matter with a device, in words, and what to do about it. */
export const CAUSES = {
  well: { words: () => t('数据正常上传', 'values come as they should'), remedy: null },
  knocks: {
    words: () => t('陌生设备，等待准入', 'unknown, waits to be admitted'),
    remedy: t(
      '核对设备编号（MN）和点位：是本区设备就选型号准入，是已有设备换了编号就合并，不是则停用。',
      'Check its number and place: admit it with its model, merge it into a known device, or retire it.',
    ),
  },
  maintenance: {
    words: ({ reason }) => t(`维护中：${reason || '未写原因'}`, `in maintenance: ${reason || 'no reason given'}`),
    remedy: t('维护完成后在设备页点“结束维护”。', "End the maintenance on the device's page when it is done."),
  },
  says_maintenance: {
    words: () => t('设备自己标记为维护', 'the device itself says maintenance'),
    remedy: t(
      '问现场是否有人在维护；没有的话请现场或厂家退出维护状态。',
      'Ask whether somebody works on it; otherwise have the site or maker end the maintenance mode.',
    ),
  },
  says_calibration: {
    words: () => t('设备正在校准', 'the device is being calibrated'),
    remedy: t(
      '一般半小时内结束；超过一小时请联系厂家。',
      'It ends within half an hour as a rule; after an hour call the maker.',
    ),
  },
  wrong_password: {
    words: ({ n, minutes }) =>
      t(`访问密码不对：${minutes}分钟内${n}条报文被拒`, `wrong password: ${n} frames refused in ${minutes} min`),
    remedy: t(
      '向厂家核对密码（PW），在设备页重设；如厂家未改过密码，可能有人冒用该编号。',
      "Ask the maker for the password and set it on the device's page; if it was not changed, somebody may be using its number.",
    ),
  },
  checksum: {
    words: ({ n, minutes }) =>
      t(
        `校验错误：${minutes}分钟内${n}条报文不能识别`,
        `checksum errors: ${n} frames in ${minutes} min cannot be read`,
      ),
    remedy: t(
      '在设备页“未入库报文”看原文：每条都错多为校验算法不同，改型号的校验方式；偶尔出错多为信号差，检查天线和流量卡。',
      "Read the kept frames: if all are wrong, set the model's checksum; if some are, check antenna and SIM card.",
    ),
  },
  clock_ahead: {
    words: ({ n, minutes }) =>
      t(
        `时钟快得太多：${minutes}分钟内${n}条数据不能用`,
        `clock far ahead: ${n} packets in ${minutes} min cannot be used`,
      ),
    remedy: t(
      '在设备页下发校时（1012）；校时无效请厂家检查主板电池和时区设置。',
      'Send it the time (1012) from its page; if that fails have the maker check battery and time zone.',
    ),
    without: SET_ELSEWHERE,
  },
  clock_far_behind: {
    words: ({ n, minutes }) =>
      t(
        `时钟回到多年以前：${minutes}分钟内${n}条数据不能用`,
        `clock years behind: ${n} packets in ${minutes} min cannot be used`,
      ),
    remedy: t(
      '主板电池多半没电：先下发校时（1012），再约厂家换电池。',
      'Its battery is probably empty: send it the time (1012), then have the maker replace the battery.',
    ),
    without: SET_ELSEWHERE,
  },
  clock: {
    words: ({ minutes = 0 }) => {
      const by = span(minutes);
      return minutes > 0
        ? t(`时钟快约${by.zh}`, `clock ahead by about ${by.en}`)
        : t(`时钟慢约${by.zh}`, `clock behind by about ${by.en}`);
    },
    remedy: t(
      '下发校时（1012）；次日仍偏请检查主板电池。',
      'Send it the time (1012); if it is wrong again the next day, check its battery.',
    ),
    without: SET_ELSEWHERE,
  },
  no_time: {
    words: ({ n, minutes }) =>
      t(`报文没有时间：${minutes}分钟内${n}条`, `packets without a time: ${n} in ${minutes} min`),
    remedy: t(
      '请厂家按 HJ 212 补上 DataTime；报文原文在设备页。',
      'Have the maker send DataTime as HJ 212 asks; the frames are on its page.',
    ),
  },
  too_many_channels: {
    words: () => t('上报的因子超过256个', 'sends more than 256 factors'),
    remedy: t(
      '多半是程序错乱：请厂家重启并核对上报因子。',
      'Its program has gone wrong: have the maker restart it and check its factors.',
    ),
  },
  unknown_message: {
    words: ({ n, minutes }) =>
      t(`只发不认识的报文：${minutes}分钟内${n}条`, `only unknown messages: ${n} in ${minutes} min`),
    remedy: t(
      '核对型号的协议和版本；报文原文在设备页。',
      'Check protocol and edition of its model; the frames are on its page.',
    ),
  },
  two_senders: {
    words: () => t('两台设备在用同一个编号', 'two devices use one number'),
    remedy: t(
      '两处的数据会混在一起：让厂家查出另一台并改编号；查清前这台的数据请勿使用。',
      'Their values are mixed: have the maker find the other one and change its number; do not use the values until then.',
    ),
  },
  connected_without_values: {
    words: () => t('连着网但不上传数据', 'connected, but sends no values'),
    remedy: t(
      '在设备页下发“取实时数据”（2011）；没有反应就请现场重启数采仪，仍无数据查仪器和接线。',
      'Ask it for real-time data (2011) from its page; if nothing comes restart the logger, then check instrument and cables.',
    ),
    without: t(
      '请现场或厂家重启终端；仍无数据查传感器和接线。',
      'Have it restarted on site or by the maker; if nothing comes check sensors and cables.',
    ),
  },
  never: {
    words: () => t('准入后从未上传数据', 'has never sent values since it was admitted'),
    remedy: t(
      '核对设备编号（MN）和服务器地址、端口；设备可能正用别的编号在“待准入”里。',
      "Check its number and the server's address and port; it may be knocking under another number.",
    ),
  },
  cut: {
    words: ({ at: ms }) => t(`自${at(ms).zh}起没有数据`, `no values since ${at(ms).en}`),
    remedy: t(
      '先问现场有没有停电；再查流量卡是否欠费；都正常就请现场重启，仍不上线派人去看。',
      "Ask the site about the power, then check the SIM card's account; restart it, and send somebody if it stays away.",
    ),
  },
  vehicle_gone: {
    words: ({ at: ms }) => t(`自${at(ms).zh}起没有上报`, `has not reported since ${at(ms).en}`),
    remedy: t(
      '向车主核实是否停驶、报废或拆了终端。',
      'Ask the owner whether it stands still, was scrapped, or lost its terminal.',
    ),
  },
  all_flags_bad: {
    words: () => t('设备自己标记全部数据无效', 'the device marks all of its values as bad'),
    remedy: t(
      '仪器故障或断线：请厂家远程查看；现场先检查采样泵和仪器电源。',
      'The instrument has failed or is cut off: have the maker look; on site check pump and power first.',
    ),
  },
  some_flags_bad: {
    words: ({ channels }) => t(`部分数据持续异常：${channels}`, `some values are bad all the time: ${channels}`),
    remedy: t(
      '对应的传感器可能失效，请厂家检查更换；其余数据可以照常使用。',
      'The sensor has probably failed: have the maker check it; the other values may be used.',
    ),
  },
  kept_out: {
    words: ({ channels }) => t(`质控判定数据不可信：${channels}`, `quality control does not believe: ${channels}`),
    remedy: t(
      '到质控页看曲线和邻站：确属仪器问题就派单检修，属真实污染就推翻判定并写明理由。',
      'Look at its curve and neighbours on the quality page: have it repaired, or overrule the mark with a reason.',
    ),
  },
  parked: {
    words: ({ at: ms }) => t(`停驶，最近上报${at(ms).zh}`, `parked, last heard ${at(ms).en}`),
    remedy: null,
  },
  late: {
    words: ({ at: ms }) => t(`数据晚到，最近一条${at(ms).zh}`, `values are late, the last came ${at(ms).en}`),
    remedy: t('先等等看；半小时内不恢复会转为离线。', 'Wait; it becomes silent if nothing comes within half an hour.'),
  },
} as const satisfies Record<string, Row>;

export type CauseId = keyof typeof CAUSES;

export const wordsOf = (cause: CauseId, values: CauseValues): Sentence => (CAUSES[cause] as Row).words(values);
/** @param commands whether the device takes commands from here */
export const remedyOf = (cause: CauseId, commands: boolean): Sentence | null => {
  const row: Row = CAUSES[cause];
  return (commands ? undefined : row.without) ?? row.remedy;
};
