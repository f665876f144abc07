import type { InspectionKind } from '#engines/inspections';

/** Clean-heating devices before and in the season: running, complaints, service (21.1). */
export const heatingRound: InspectionKind = {
  id: 'energy.heating-round',
  title: { zh: '清洁取暖运维走访', en: 'Clean-heating round' },
  counts: { zh: '次走访', en: 'rounds' },
  about: {
    zh: '供暖季前和供暖季对清洁取暖设备运行、报修和运维服务的走访。',
    en: 'Clean-heating devices before and in the season: running, complaints, service.',
  },
  of: { ledgers: ['energy.clean-heating'] },
  mendDays: 7,
  checklist: [
    { id: 'runs', title: { zh: '设备运行正常', en: 'Device runs' }, severity: 'serious' },
    { id: 'serviced', title: { zh: '供暖季前已检修', en: 'Serviced before the season' }, severity: 'minor' },
    {
      id: 'contract',
      title: { zh: '运维合同有效、电话畅通', en: 'Service under contract and answering' },
      severity: 'minor',
    },
    { id: 'subsidy', title: { zh: '电价补贴到位', en: 'Price subsidy paid' }, severity: 'minor' },
  ],
};
