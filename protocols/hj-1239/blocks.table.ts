import type { FieldRow } from '#protocols/fields';
import { ENGINE, OBD, PLACE, STREAM } from '#protocols/gb-17691';
import type { BlockRow } from '#protocols/vehicle-link';

const COOLANT = {
  kind: 'number',
  name: 'coolantCelsius',
  zh: '发动机冷却液温度',
  bytes: 1,
  offset: -40,
  unit: '℃',
} as const;
const INTAKE = {
  kind: 'number',
  name: 'intakeAirKgPerHour',
  zh: '进气量',
  bytes: 2,
  step: '0.05',
  unit: 'kg/h',
} as const;
const OXYGEN = [
  { kind: 'number', name: 'lambdaUpstream', zh: '三元催化器上游氧传感器输出', bytes: 2, step: '0.0000305', unit: '' },
  {
    kind: 'number',
    name: 'oxygenDownstreamVolts',
    zh: '三元催化器下游氧传感器输出',
    bytes: 1,
    step: '0.01',
    unit: 'V',
  },
] as const satisfies readonly FieldRow[];
const CATALYST = {
  kind: 'number',
  name: 'catalystCelsius',
  zh: '三元催化器温度',
  bytes: 2,
  step: '0.03125',
  offset: -273,
  unit: '℃',
} as const;

/** HJ 1239.3-2021 table 6 as one library has it: 30 bytes. */
export const TWC = [...ENGINE, ...OXYGEN, INTAKE, COOLANT, CATALYST, ...PLACE] as const satisfies readonly FieldRow[];

/** HJ 1239.3-2021 table 7 as one library has it: 32 bytes; one firmware has another order. */
export const TWC_NOX = [
  ...ENGINE,
  ...OXYGEN,
  { kind: 'number', name: 'noxPpm', zh: 'NOx 传感器输出', bytes: 2, step: '0.05', offset: -200, unit: 'ppm' },
  INTAKE,
  COOLANT,
  CATALYST,
  ...PLACE,
] as const satisfies readonly FieldRow[];

/** HJ 1239.3-2021 table 8 as one library and one firmware have it: 8 bytes. */
export const HYBRID = [
  { kind: 'number', name: 'motorRpm', zh: '电机转速', bytes: 2, unit: 'r/min' },
  { kind: 'number', name: 'motorLoadPercent', zh: '电机负荷', bytes: 1, unit: '%' },
  { kind: 'number', name: 'batteryVolts', zh: '电池电压', bytes: 2, step: '0.1', unit: 'V' },
  { kind: 'number', name: 'batteryAmperes', zh: '电池电流', bytes: 2, step: '0.1', offset: -1000, unit: 'A' },
  { kind: 'number', name: 'chargePercent', zh: 'SOC', bytes: 1, unit: '%' },
] as const satisfies readonly FieldRow[];

/** HJ 1239.3-2021 table 4. */
export const BLOCKS = [
  {
    type: 0x01,
    name: 'obd',
    title: { zh: 'OBD 信息', en: 'OBD information' },
    rows: OBD,
    cite: 'HJ 1239.3-2021 4.5.2.3, GB 17691-2018 annex Q',
    confidence: 'M',
  },
  {
    type: 0x02,
    name: 'stream',
    title: { zh: '数据流（DPF/SCR）', en: 'stream of DPF and SCR' },
    rows: STREAM,
    cite: 'HJ 1239.3-2021 table 5',
    confidence: 'M',
  },
  {
    type: 0x03,
    name: 'twc',
    title: { zh: '数据流（三元催化）', en: 'stream of a three-way catalyst' },
    rows: TWC,
    cite: 'HJ 1239.3-2021 table 6',
    confidence: 'L',
  },
  {
    type: 0x04,
    name: 'hybrid',
    title: { zh: '混合动力信息', en: 'hybrid drive' },
    rows: HYBRID,
    cite: 'HJ 1239.3-2021 table 8',
    confidence: 'L',
  },
  {
    type: 0x05,
    name: 'twcNox',
    title: { zh: '数据流（三元催化和 NOx）', en: 'stream of a three-way catalyst with NOx' },
    rows: TWC_NOX,
    cite: 'HJ 1239.3-2021 table 7',
    confidence: 'L',
  },
  {
    type: 0x80,
    name: 'supplement',
    title: { zh: '补充数据流', en: 'supplementary stream' },
    rows: null,
    cite: 'HJ 1239.3-2021 annex A',
    confidence: 'L',
  },
] as const satisfies readonly BlockRow[];
