import type { InspectionKind } from '#engines/inspections';

/** Listed places in a warning: whether their measures are kept (31.1). */
export const emergencyCheck: InspectionKind = {
  id: 'response.emergency-check',
  title: { zh: '重污染应急核查', en: 'Emergency check' },
  counts: { zh: '次应急核查', en: 'emergency checks' },
  about: {
    zh: '预警期间对清单单位减排措施的现场核查。',
    en: 'Listed places in a warning: whether their measures are kept.',
  },
  of: { ledgers: ['response.emergency-list'] },
  mendDays: 1,
  checklist: [
    {
      id: 'stopped',
      title: { zh: '按级别停产限产', en: 'Stopped as its level asks' },
      severity: 'serious',
      basis: '大气污染防治法第九十六条',
    },
    { id: 'transport', title: { zh: '停用重型柴油车运输', en: 'No heavy diesel transport' }, severity: 'serious' },
    { id: 'earthwork', title: { zh: '停止土石方和建筑拆除', en: 'No earthwork or demolition' }, severity: 'serious' },
    { id: 'machines', title: { zh: '停用国二及以下机械', en: 'No machines of stage 2 or before' }, severity: 'minor' },
    { id: 'board', title: { zh: '公示牌上墙', en: 'Notice board up' }, severity: 'minor' },
    { id: 'record', title: { zh: '应急台账完整', en: 'Records complete' }, severity: 'minor' },
  ],
};
