import type { InspectionKind } from '#engines/inspections';

/** Fuel of stations, carriers and machines on sites (8.1). */
export const fuelCheck: InspectionKind = {
  id: 'voc.fuel-check',
  title: { zh: '油品质量检查', en: 'Fuel check' },
  counts: { zh: '次油品检查', en: 'fuel checks' },
  about: {
    zh: '对加油站、运输企业和工地机械用油的监督检查。',
    en: 'Fuel of stations, carriers and machines on sites.',
  },
  of: 'place',
  mendDays: 7,
  checklist: [
    { id: 'source', title: { zh: '油品来源合法、票据齐全', en: 'Lawful source with papers' }, severity: 'serious' },
    { id: 'quality', title: { zh: '快检合格', en: 'Quick test passed' }, severity: 'serious' },
    { id: 'urea', title: { zh: '尿素合格并按需添加', en: 'Urea good and used' }, severity: 'minor' },
    { id: 'licence', title: { zh: '经营证照齐全', en: 'Licences complete' }, severity: 'serious' },
  ],
  columns: [
    {
      id: 'place',
      title: { zh: '检查场所', en: 'Place' },
      type: 'choice',
      choices: [
        { id: 'station', title: { zh: '加油站', en: 'station' } },
        { id: 'carrier', title: { zh: '运输企业', en: 'carrier' } },
        { id: 'site', title: { zh: '施工工地', en: 'site' } },
      ],
    },
  ],
};
