import type { LedgerDefinition } from '#engines/ledgers';
import { keptBy, owner, ownerCode, plate, remark, SUBSIDY_STAGES, size, street, vin } from '../vocabulary.ts';

/** National-III petrol vehicles registered in the district: what is left of them, and what was scrapped or moved out (12.1). */
export const oldPetrol: LedgerDefinition = {
  id: 'vehicles.old-petrol',
  title: { zh: '国三汽油车淘汰台账', en: 'National-III petrol vehicles' },
  entry: { zh: '辆国三汽油车', en: 'vehicles' },
  about: {
    zh: '本区注册登记的国三排放标准汽油车存量清单，逐车记动员、淘汰方式、日期和更新补助；四家区属公司各自填报本单位车辆。',
    en: 'The stock of National-III petrol vehicles registered in the district: one by one, how its owner was told, how and when it went, and the subsidy.',
  },
  key: ['plate'],
  name: 'plate',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  object: { kind: 'vehicle', by: 'plate' },
  columns: [
    plate,
    vin,
    owner,
    ownerCode,
    {
      id: 'ownerKind',
      title: { zh: '所有人性质', en: 'Kind of owner' },
      type: 'choice',
      required: true,
      filter: true,
      choices: [
        { id: 'person', title: { zh: '个人', en: 'person' } },
        { id: 'enterprise', title: { zh: '企业', en: 'enterprise' } },
        { id: 'public-body', title: { zh: '党政机关和事业单位', en: 'public body' } },
        { id: 'district-company', title: { zh: '区属国有公司', en: "district's own company" } },
      ],
    },
    keptBy('责任单位', 'Responsible unit'),
    street,
    { id: 'model', title: { zh: '厂牌型号', en: 'Make and model' }, type: 'text', longest: 80 },
    size,
    { id: 'registeredOn', title: { zh: '初次登记日期', en: 'First registered on' }, type: 'date' },
    { id: 'scrapBy', title: { zh: '强制报废日期', en: 'Has to be scrapped by' }, type: 'date' },
    {
      id: 'listedOn',
      title: { zh: '列入存量清单日期', en: 'On the list since' },
      type: 'date',
      required: true,
    },
    { id: 'toldOn', title: { zh: '动员告知日期', en: 'Owner told on' }, type: 'date' },
    {
      id: 'gone',
      title: { zh: '淘汰方式', en: 'How it went' },
      type: 'choice',
      filter: true,
      choices: [
        { id: 'scrapped', title: { zh: '报废', en: 'scrapped' } },
        { id: 'transferred', title: { zh: '转出本市', en: 'transferred out of the city' } },
        { id: 'cancelled', title: { zh: '强制注销', en: 'struck off by force' } },
      ],
    },
    { id: 'goneOn', title: { zh: '淘汰日期', en: 'Gone on' }, type: 'date', sort: true, aliases: ['报废转出日期'] },
    { id: 'certificate', title: { zh: '回收或转出凭证号', en: 'Certificate' }, type: 'text', longest: 60 },
    {
      id: 'renewedAs',
      title: { zh: '更新车辆', en: 'Renewed as' },
      type: 'choice',
      filter: true,
      choices: [
        { id: 'nothing', title: { zh: '未更新', en: 'not renewed' } },
        { id: 'new-energy', title: { zh: '新能源车', en: 'new-energy vehicle' } },
        { id: 'fuel', title: { zh: '燃油车', en: 'fuel vehicle' } },
      ],
    },
    {
      id: 'subsidyStage',
      title: { zh: '补助环节', en: 'Subsidy stands at' },
      type: 'choice',
      filter: true,
      choices: SUBSIDY_STAGES,
    },
    { id: 'subsidy', title: { zh: '补助金额', en: 'Subsidy' }, type: 'decimal', unit: '元', least: 0, most: 1_000_000 },
    { id: 'subsidyOn', title: { zh: '补助拨付日期', en: 'Subsidy paid on' }, type: 'date' },
    remark,
  ],
  complete: ['vin', 'registeredOn', 'street', 'toldOn'],
  contradictions: [
    {
      id: 'goneWithoutDay',
      title: { zh: '填了淘汰方式但没有淘汰日期', en: 'how it went is given, but not when' },
      when: [
        { column: 'gone', is: 'given' },
        { column: 'goneOn', is: 'empty' },
      ],
    },
    {
      id: 'goneWithoutCertificate',
      title: { zh: '已淘汰但没有凭证号', en: 'gone, but without a certificate' },
      when: [
        { column: 'goneOn', is: 'given' },
        { column: 'certificate', is: 'empty' },
      ],
    },
    {
      id: 'subsidyWhileThere',
      title: { zh: '尚未淘汰却已拨付补助', en: 'a subsidy for a vehicle that is still there' },
      when: [
        { column: 'subsidyStage', is: 'equal', than: 'paid' },
        { column: 'goneOn', is: 'empty' },
      ],
    },
    {
      id: 'goneBeforeListed',
      title: { zh: '淘汰日期早于列入清单日期', en: 'gone before it was on the list' },
      when: [{ column: 'goneOn', is: 'before', than: { column: 'listedOn' } }],
    },
  ],
};
