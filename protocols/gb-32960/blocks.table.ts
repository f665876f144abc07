import type { FieldRow } from '#protocols/fields';
import type { BlockRow } from '#protocols/vehicle-link';

const SUBSYSTEM = { kind: 'count', name: 'subsystem', zh: '可充电储能子系统号', bytes: 1 } as const;
const VOLTS = { kind: 'number', bytes: 2, step: '0.1', unit: 'V', abnormal: true } as const;
const AMPERES = { kind: 'number', bytes: 2, step: '0.1', offset: -1000, unit: 'A', abnormal: true } as const;
const CELSIUS = { kind: 'number', bytes: 1, offset: -40, unit: '℃', abnormal: true } as const;
const PERCENT = { kind: 'number', bytes: 1, unit: '%', abnormal: true } as const;
const RPM = { kind: 'number', bytes: 2, unit: 'r/min', abnormal: true } as const;
const CELL_VOLTS = { kind: 'number', bytes: 2, step: '0.001', unit: 'V', abnormal: true } as const;
const NUMBERED = { kind: 'number', bytes: 1, unit: '', abnormal: true } as const;

/** GB/T 32960.3-2016 table 9. */
export const VEHICLE = [
  {
    kind: 'code',
    name: 'vehicle',
    zh: '车辆状态',
    bytes: 1,
    values: { 1: 'started', 2: 'off', 3: 'other' },
    abnormal: true,
  },
  {
    kind: 'code',
    name: 'charging',
    zh: '充电状态',
    bytes: 1,
    values: { 1: 'parked', 2: 'driving', 3: 'not charging', 4: 'complete' },
    abnormal: true,
  },
  {
    kind: 'code',
    name: 'mode',
    zh: '运行模式',
    bytes: 1,
    values: { 1: 'electric', 2: 'hybrid', 3: 'fuel' },
    abnormal: true,
  },
  { kind: 'number', name: 'speedKmh', zh: '车速', bytes: 2, step: '0.1', unit: 'km/h', abnormal: true },
  { kind: 'number', name: 'odometerKm', zh: '累计里程', bytes: 4, step: '0.1', unit: 'km', abnormal: true },
  { ...VOLTS, name: 'volts', zh: '总电压' },
  { ...AMPERES, name: 'amperes', zh: '总电流' },
  { ...PERCENT, name: 'chargePercent', zh: 'SOC' },
  { kind: 'code', name: 'dcdc', zh: 'DC/DC 状态', bytes: 1, values: { 1: 'working', 2: 'off' }, abnormal: true },
  { kind: 'flags', name: 'gear', zh: '挡位', bytes: 1 },
  { kind: 'number', name: 'insulationKOhm', zh: '绝缘电阻', bytes: 2, unit: 'kΩ', abnormal: true },
  { ...PERCENT, name: 'acceleratorPercent', zh: '加速踏板行程值' },
  { ...PERCENT, name: 'brakePercent', zh: '制动踏板状态' },
] as const satisfies readonly FieldRow[];

/** GB/T 32960.3-2016 tables 10 and 11. */
export const MOTORS = [
  {
    kind: 'list',
    name: 'motors',
    zh: '驱动电机总成信息列表',
    countBytes: 1,
    of: [
      { kind: 'count', name: 'number', zh: '驱动电机序号', bytes: 1 },
      {
        kind: 'code',
        name: 'state',
        zh: '驱动电机状态',
        bytes: 1,
        values: { 1: 'consuming', 2: 'generating', 3: 'off', 4: 'ready' },
        abnormal: true,
      },
      { ...CELSIUS, name: 'controllerCelsius', zh: '驱动电机控制器温度' },
      { ...RPM, name: 'rpm', zh: '驱动电机转速', offset: -20000 },
      {
        kind: 'number',
        name: 'torqueNm',
        zh: '驱动电机转矩',
        bytes: 2,
        step: '0.1',
        offset: -2000,
        unit: 'N·m',
        abnormal: true,
      },
      { ...CELSIUS, name: 'celsius', zh: '驱动电机温度' },
      { ...VOLTS, name: 'controllerVolts', zh: '电机控制器输入电压' },
      { ...AMPERES, name: 'controllerAmperes', zh: '电机控制器直流母线电流' },
    ],
  },
] as const satisfies readonly FieldRow[];

/** GB/T 32960.3-2016 table 12. */
export const FUEL_CELL = [
  { ...VOLTS, name: 'volts', zh: '燃料电池电压' },
  { kind: 'number', name: 'amperes', zh: '燃料电池电流', bytes: 2, step: '0.1', unit: 'A', abnormal: true },
  {
    kind: 'number',
    name: 'fuelKgPer100Km',
    zh: '燃料消耗率',
    bytes: 2,
    step: '0.01',
    unit: 'kg/100 km',
    abnormal: true,
  },
  {
    kind: 'series',
    name: 'probesCelsius',
    zh: '探针温度值',
    countBytes: 2,
    absent: true,
    of: { ...CELSIUS, name: 'celsius', zh: '探针温度值' },
  },
  {
    kind: 'number',
    name: 'hydrogenCelsius',
    zh: '氢系统中最高温度',
    bytes: 2,
    step: '0.1',
    offset: -40,
    unit: '℃',
    abnormal: true,
  },
  { ...NUMBERED, name: 'hydrogenCelsiusProbe', zh: '氢系统中最高温度探针代号' },
  { kind: 'number', name: 'hydrogenMgPerKg', zh: '氢气最高浓度', bytes: 2, unit: 'mg/kg', abnormal: true },
  { ...NUMBERED, name: 'hydrogenSensor', zh: '氢气最高浓度传感器代号' },
  { kind: 'number', name: 'hydrogenMPa', zh: '氢气最高压力', bytes: 2, step: '0.1', unit: 'MPa', abnormal: true },
  { ...NUMBERED, name: 'hydrogenPressureSensor', zh: '氢气最高压力传感器代号' },
  {
    kind: 'code',
    name: 'highVoltageDcdc',
    zh: '高压 DC/DC 状态',
    bytes: 1,
    values: { 1: 'working', 2: 'off' },
    abnormal: true,
  },
] as const satisfies readonly FieldRow[];

/** GB/T 32960.3-2016 table 13. */
export const ENGINE = [
  { kind: 'code', name: 'engine', zh: '发动机状态', bytes: 1, values: { 1: 'running', 2: 'off' }, abnormal: true },
  { ...RPM, name: 'crankshaftRpm', zh: '曲轴转速' },
  {
    kind: 'number',
    name: 'fuelLitresPer100Km',
    zh: '燃料消耗率',
    bytes: 2,
    step: '0.01',
    unit: 'L/100 km',
    abnormal: true,
  },
] as const satisfies readonly FieldRow[];

/** GB/T 32960.3-2016 tables 14 and 15: bit 0 not fixed, bit 1 south, bit 2 west. */
export const POSITION = [
  { kind: 'flags', name: 'positionStatus', zh: '定位状态', bytes: 1 },
  { kind: 'number', name: 'longitudeDegrees', zh: '经度', bytes: 4, step: '0.000001', unit: '°', personal: 'place' },
  { kind: 'number', name: 'latitudeDegrees', zh: '纬度', bytes: 4, step: '0.000001', unit: '°', personal: 'place' },
] as const satisfies readonly FieldRow[];

/** GB/T 32960.3-2016 table 16. */
export const EXTREMES = [
  { ...NUMBERED, name: 'highestVoltsSubsystem', zh: '最高电压电池子系统号' },
  { ...NUMBERED, name: 'highestVoltsCell', zh: '最高电压电池单体代号' },
  { ...CELL_VOLTS, name: 'highestCellVolts', zh: '电池单体电压最高值' },
  { ...NUMBERED, name: 'lowestVoltsSubsystem', zh: '最低电压电池子系统号' },
  { ...NUMBERED, name: 'lowestVoltsCell', zh: '最低电压电池单体代号' },
  { ...CELL_VOLTS, name: 'lowestCellVolts', zh: '电池单体电压最低值' },
  { ...NUMBERED, name: 'hottestSubsystem', zh: '最高温度子系统号' },
  { ...NUMBERED, name: 'hottestProbe', zh: '最高温度探针序号' },
  { ...CELSIUS, name: 'hottestCelsius', zh: '最高温度值' },
  { ...NUMBERED, name: 'coldestSubsystem', zh: '最低温度子系统号' },
  { ...NUMBERED, name: 'coldestProbe', zh: '最低温度探针序号' },
  { ...CELSIUS, name: 'coldestCelsius', zh: '最低温度值' },
] as const satisfies readonly FieldRow[];

const FAULT = { kind: 'hex', name: 'fault', zh: '故障代码', bytes: 4 } as const;

/** GB/T 32960.3-2016 tables 17 and 18. */
export const ALARMS = [
  { ...NUMBERED, name: 'level', zh: '最高报警等级' },
  { kind: 'flags', name: 'flags', zh: '通用报警标志', bytes: 4 },
  { kind: 'series', name: 'batteryFaults', zh: '可充电储能装置故障代码列表', countBytes: 1, absent: true, of: FAULT },
  { kind: 'series', name: 'motorFaults', zh: '驱动电机故障代码列表', countBytes: 1, absent: true, of: FAULT },
  { kind: 'series', name: 'engineFaults', zh: '发动机故障列表', countBytes: 1, absent: true, of: FAULT },
  { kind: 'series', name: 'otherFaults', zh: '其他故障代码列表', countBytes: 1, absent: true, of: FAULT },
] as const satisfies readonly FieldRow[];

/** GB/T 32960.3-2016 annex B, table B.1 and B.2. */
export const CELL_VOLTAGES = [
  {
    kind: 'list',
    name: 'systems',
    zh: '可充电储能子系统电压信息列表',
    countBytes: 1,
    absent: true,
    of: [
      SUBSYSTEM,
      { ...VOLTS, name: 'volts', zh: '可充电储能装置电压' },
      { ...AMPERES, name: 'amperes', zh: '可充电储能装置电流' },
      { kind: 'number', name: 'cells', zh: '单体电池总数', bytes: 2, unit: '', abnormal: true },
      { kind: 'count', name: 'firstCell', zh: '本帧起始电池序号', bytes: 2 },
      {
        kind: 'series',
        name: 'cellVolts',
        zh: '单体电池电压',
        countBytes: 1,
        of: { ...CELL_VOLTS, name: 'volts', zh: '单体电池电压' },
      },
    ],
  },
] as const satisfies readonly FieldRow[];

/** GB/T 32960.3-2016 annex B, tables B.3 and B.4. */
export const TEMPERATURES = [
  {
    kind: 'list',
    name: 'systems',
    zh: '可充电储能子系统温度信息列表',
    countBytes: 1,
    absent: true,
    of: [
      SUBSYSTEM,
      {
        kind: 'series',
        name: 'probesCelsius',
        zh: '各温度探针检测到的温度值',
        countBytes: 2,
        absent: true,
        of: { ...CELSIUS, name: 'celsius', zh: '温度值' },
      },
    ],
  },
] as const satisfies readonly FieldRow[];

const part = { confidence: 'H' } as const;

/** GB/T 32960.3-2016 table 8. */
export const BLOCKS = [
  {
    ...part,
    type: 0x01,
    name: 'vehicle',
    title: { zh: '整车数据', en: 'vehicle' },
    rows: VEHICLE,
    cite: 'GB/T 32960.3-2016 table 9',
  },
  {
    ...part,
    type: 0x02,
    name: 'motors',
    title: { zh: '驱动电机数据', en: 'motors' },
    rows: MOTORS,
    cite: 'GB/T 32960.3-2016 table 10',
  },
  {
    ...part,
    type: 0x03,
    name: 'fuelCell',
    title: { zh: '燃料电池数据', en: 'fuel cell' },
    rows: FUEL_CELL,
    cite: 'GB/T 32960.3-2016 table 12',
  },
  {
    ...part,
    type: 0x04,
    name: 'engine',
    title: { zh: '发动机数据', en: 'engine' },
    rows: ENGINE,
    cite: 'GB/T 32960.3-2016 table 13',
  },
  {
    ...part,
    type: 0x05,
    name: 'position',
    title: { zh: '车辆位置数据', en: 'position' },
    rows: POSITION,
    cite: 'GB/T 32960.3-2016 table 14',
  },
  {
    ...part,
    type: 0x06,
    name: 'extremes',
    title: { zh: '极值数据', en: 'extremes' },
    rows: EXTREMES,
    cite: 'GB/T 32960.3-2016 table 16',
  },
  {
    ...part,
    type: 0x07,
    name: 'alarms',
    title: { zh: '报警数据', en: 'alarms' },
    rows: ALARMS,
    cite: 'GB/T 32960.3-2016 table 17',
  },
  {
    ...part,
    type: 0x08,
    name: 'cellVoltages',
    title: { zh: '可充电储能装置电压数据', en: 'cell voltages' },
    rows: CELL_VOLTAGES,
    cite: 'GB/T 32960.3-2016 table B.1',
  },
  {
    ...part,
    type: 0x09,
    name: 'temperatures',
    title: { zh: '可充电储能装置温度数据', en: 'battery temperatures' },
    rows: TEMPERATURES,
    cite: 'GB/T 32960.3-2016 table B.3',
  },
] as const satisfies readonly BlockRow[];

/** Types that makers give a meaning of their own; a length of two bytes stands before what they hold. */
export const VENDOR_BLOCKS = [0x80, 0xfe] as const;
