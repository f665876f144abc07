import type { FieldRow } from '#protocols/fields';
import type { BlockRow } from '#protocols/vehicle-link';

/** The monitors that the bits of `support` and `ready` stand for, bit 0 first (GB 17691-2018 annex Q, OBD information). */
export const MONITORS = [
  { name: 'catalyst', zh: '催化转化器' },
  { name: 'heatedCatalyst', zh: '加热催化转化器' },
  { name: 'evaporative', zh: '蒸发系统' },
  { name: 'secondaryAir', zh: '二次空气系统' },
  { name: 'airConditioning', zh: '空调制冷剂' },
  { name: 'exhaustSensor', zh: '排气传感器' },
  { name: 'exhaustSensorHeater', zh: '排气传感器加热器' },
  { name: 'egrVvt', zh: 'EGR 和 VVT 系统' },
  { name: 'coldStart', zh: '冷起动辅助系统' },
  { name: 'boostPressure', zh: '增压压力控制系统' },
  { name: 'particulateFilter', zh: '颗粒捕集器（DPF）' },
  { name: 'scr', zh: 'SCR 或 NOx 吸附器' },
  { name: 'nmhcCatalyst', zh: 'NMHC 氧化催化器' },
  { name: 'misfire', zh: '失火' },
  { name: 'fuelSystem', zh: '燃油系统' },
  { name: 'comprehensive', zh: '综合部件' },
] as const;

/** GB 17691-2018 annex Q, OBD information: 96 bytes and four for each fault code. */
export const OBD = [
  {
    kind: 'code',
    name: 'protocol',
    zh: 'OBD 诊断协议',
    bytes: 1,
    values: { 0: 'ISO 15765', 1: 'ISO 27145', 2: 'SAE J1939' },
    invalid: 0xfe,
  },
  { kind: 'code', name: 'mil', zh: 'MIL 状态', bytes: 1, values: { 0: 'off', 1: 'on' }, invalid: 0xfe },
  { kind: 'flags', name: 'support', zh: '诊断支持状态', bytes: 2 },
  { kind: 'flags', name: 'ready', zh: '诊断就绪状态', bytes: 2 },
  { kind: 'text', name: 'vin', zh: '车辆识别代号（VIN）', bytes: 17, personal: 'vin' },
  { kind: 'text', name: 'calid', zh: '软件标定识别号', bytes: 18 },
  { kind: 'hex', name: 'cvn', zh: '标定验证码（CVN）', bytes: 18 },
  { kind: 'hex', name: 'iupr', zh: 'IUPR 值', bytes: 36 },
  {
    kind: 'series',
    name: 'faultCodes',
    zh: '故障码信息列表',
    countBytes: 1,
    absent: true,
    of: { kind: 'hex', name: 'faultCode', zh: '故障码', bytes: 4 },
  },
] as const satisfies readonly FieldRow[];

/** The last four fields of every stream, and of HJ 1239's. */
export const PLACE = [
  { kind: 'flags', name: 'positionStatus', zh: '定位状态', bytes: 1 },
  {
    kind: 'number',
    name: 'longitudeDegrees',
    zh: '经度',
    bytes: 4,
    step: '0.000001',
    unit: '°',
    personal: 'place',
  },
  { kind: 'number', name: 'latitudeDegrees', zh: '纬度', bytes: 4, step: '0.000001', unit: '°', personal: 'place' },
  { kind: 'number', name: 'odometerKm', zh: '累计里程', bytes: 4, step: '0.1', unit: 'km' },
] as const satisfies readonly FieldRow[];

/** The first six fields of every stream, and of HJ 1239's. */
export const ENGINE = [
  { kind: 'number', name: 'speedKmh', zh: '车速', bytes: 2, step: '1/256', unit: 'km/h' },
  { kind: 'number', name: 'barometricKPa', zh: '大气压力', bytes: 1, step: '0.5', unit: 'kPa' },
  { kind: 'number', name: 'netTorquePercent', zh: '发动机净输出扭矩', bytes: 1, offset: -125, unit: '%' },
  { kind: 'number', name: 'frictionTorquePercent', zh: '摩擦扭矩', bytes: 1, offset: -125, unit: '%' },
  { kind: 'number', name: 'engineRpm', zh: '发动机转速', bytes: 2, step: '0.125', unit: 'r/min' },
  { kind: 'number', name: 'fuelLitresPerHour', zh: '发动机燃料流量', bytes: 2, step: '0.05', unit: 'L/h' },
] as const satisfies readonly FieldRow[];

/** GB 17691-2018 annex Q, engine data stream of vehicles with DPF and SCR: 37 bytes. */
export const STREAM = [
  ...ENGINE,
  { kind: 'number', name: 'noxUpstreamPpm', zh: 'SCR 上游 NOx', bytes: 2, step: '0.05', offset: -200, unit: 'ppm' },
  { kind: 'number', name: 'noxDownstreamPpm', zh: 'SCR 下游 NOx', bytes: 2, step: '0.05', offset: -200, unit: 'ppm' },
  { kind: 'number', name: 'reagentPercent', zh: '反应剂余量', bytes: 1, step: '0.4', unit: '%' },
  { kind: 'number', name: 'intakeAirKgPerHour', zh: '进气量', bytes: 2, step: '0.05', unit: 'kg/h' },
  { kind: 'number', name: 'scrInCelsius', zh: 'SCR 入口温度', bytes: 2, step: '0.03125', offset: -273, unit: '℃' },
  { kind: 'number', name: 'scrOutCelsius', zh: 'SCR 出口温度', bytes: 2, step: '0.03125', offset: -273, unit: '℃' },
  { kind: 'number', name: 'dpfDifferenceKPa', zh: 'DPF 压差', bytes: 2, step: '0.1', unit: 'kPa' },
  { kind: 'number', name: 'coolantCelsius', zh: '发动机冷却液温度', bytes: 1, offset: -40, unit: '℃' },
  { kind: 'number', name: 'tankPercent', zh: '油箱液位', bytes: 1, step: '0.4', unit: '%' },
  ...PLACE,
] as const satisfies readonly FieldRow[];

export const BLOCKS = [
  {
    type: 0x01,
    name: 'obd',
    title: { zh: 'OBD 信息', en: 'OBD information' },
    rows: OBD,
    cite: 'GB 17691-2018 annex Q, Q.6.4.3',
    confidence: 'M',
  },
  {
    type: 0x02,
    name: 'stream',
    title: { zh: '发动机数据流', en: 'engine data stream' },
    rows: STREAM,
    cite: 'GB 17691-2018 annex Q, Q.6.4.3',
    confidence: 'M',
  },
] as const satisfies readonly BlockRow[];
