import type { TargetOperator } from '../reading.types.ts';

/** Words right before a figure that make it a target, and how it is to be met; the first that fits is taken. */
export const TRIGGERS: readonly { pattern: RegExp; operator: TargetOperator; names?: true; reached?: true }[] = [
  { pattern: /(?:不(?:得|能|应|可|许|会)?(?:低于|少于|小于|下于)|至少(?:达到?)?|最少|≥|>=|≧|＞＝?=)$/, operator: '>=' },
  {
    pattern: /(?:不(?:得|能|应|可|许|会)?(?:高于|大于|超过|超出|多于|突破|超)|最多|最高|≤|<=|≦)$/,
    operator: '<=',
  },
  {
    pattern:
      /(?:(?:控制|限制|压减|压降|压缩|削减|减少|降低|下降|缩减|缩短|降|减|下调)(?:到|至|为)|(?:控制|限制)(?:在|于)(?:目标值)?|下降至目标值|降至目标值)$/,
    operator: '<=',
  },
  { pattern: /(?:低于|小于|少于|优于|好于|<|＜)$/, operator: '<' },
  { pattern: /(?:高于|大于|多于|超过|超|>|＞)$/, operator: '>' },
  {
    pattern:
      /(?:(?:提高|提升|增加|扩大|上升|增|升|增长|扩充|上调|拓展)(?:到|至)|达到|达|(?:稳定|保持|维持|巩固)(?:在|于)|(?:保持|维持))$/,
    operator: '>=',
    reached: true,
  },
  { pattern: /目标值?(?:为|是)$/, operator: '>=', reached: true },
  { pattern: /(?:为|是)$/, operator: '=', names: true },
];

/** Of these less is better: reaching a figure means not to pass it (PM2.5浓度达到35微克/立方米). */
export const LESS_IS_BETTER =
  /(?:浓度|PM2\.5|PM10|降尘量?|污染天数?|超标天数?|残存量|积尘|负荷|综合指数|能耗|煤耗|强度|消费总?量|用煤量|耗煤量)(?:[（(][^）)]*[）)])?(?:年均值|月均值|平均值|均值|年均|平均|值|水平|总量|同比|年评价值|控制)*$/;
/** … but what is said of such a thing as a rate is not: 浓度达标率, 污染天数下降比例. */
export const MORE_IS_BETTER = /(?:率|比例|占比|幅度|降幅|下降|改善|减少|削减|完成)[^，；。]{0,4}$/;

/** 下降5%: the figure is by how much. */
export const CHANGE =
  /(?:下降|降低|减少|压减|压降|削减|减排|改善|消减|缩减|压缩|节约|收窄|减小|回落|下调|提高|提升|增加|增长|上升|降幅|增幅|增速|减幅)(?:率|幅度|比例|量|总量|目标)?(?:分别)?(?:不低于|不少于|不小于|至少|超过|达到|达|约|近|了|为|在)?$/;
/** The little words of it that come between verb and figure. */
export const CHANGE_TAIL = /(?:不低于|不少于|不小于|至少|超过|达到|达|约|近|了|为|在)$/;

/** Verbs of things that are done in numbers. */
export const DONE =
  /(?:完成|建成|建设|新建|改建|新增|增设|增配|更新|组织|开展|淘汰|退出|治理|改造|创建|打造|培育|推广|安装|更换|替换|清退|清理|整治|取缔|检查|抽检|抽查|抽测|抽样|路检|路查|监测|检测|增加|购置|投放|设立|布设|配备|配置|推进|实施|关停|拆除|压减|减排|削减|实现|绿化|种植|植树|造林|落实|达标|搬迁|升级|提升|建立|设置|执法|查处|巡查|巡检|培训|举办|召开|发布|印发|编制|报废|选取|选树|筛选|确定|启动|推动|支持|鼓励|督促|指导|帮扶|服务|引导|洒水|冲洗|清洗|清扫|维护|修复|硬化|覆盖|揭网见绿|减少|节约|替代|投入|开通|改燃|关闭|转型|入库|申报|争取|审核|演练|通报|调度|会商|曝光|约谈|宣传|走航|回收|处置|消纳|利用|储备|新改|扩建|接入|联网|发放|印制|张贴|开设|推送|征集|选派|聘请|出动|派出|签订|建档|回访|评选|认定|命名|开通|盘活|腾退|疏解|调整|退城|上线|运行|扶持|奖励|清运|公布|转运|苫盖|补植|改扩建|开工|竣工)/g;
/** Verbs that only say that it is done; the others belong to what is counted (淘汰柴油货车). */
export const PLAIN = /^(?:完成|开展|组织|实施|推进|推动|实现|落实)$/;

/** 整改率100%: a rate names its own target. */
export const RATE = /(?:(?<!效)率|比例|比重|占比|覆盖|占(?:比|[^，；。]{1,16}的))$/;

/** Counted things that no one counts off: 9项措施, 4个方面, 3大战役. */
export const ABSTRACT =
  /^(?:的)?(?:工作)?(?:专班|工作组|督导组|检查组|小组|街道|街镇|镇街|乡镇|责任|机制|体系|方面|环节|专项行动|攻坚行动|标志性战役|战役|制度|措施|要求|原则|规定|层面|阶段|关键|重点领域|重点行业|标准|到位|一律|百分|统一|严禁|不准|环境|指标|结构)/;
