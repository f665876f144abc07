/** Fields of JSON messages that name the device or its software; never quantities. Compared in lower case. */
export const NEVER_QUANTITIES: ReadonlySet<string> = new Set([
  'id',
  'sn',
  'mn',
  'imei',
  'imsi',
  'iccid',
  'mac',
  'ip',
  'device',
  'deviceid',
  'device_id',
  'devid',
  'sensorid',
  'name',
  'type',
  'model',
  'vendor',
  'topic',
  'version',
  'ver',
  'software_version',
  'firmware',
  'unit',
  'msgid',
  'seq',
]);

/** Names under which an element of a list says what its `value` is: sensor.community, makers' lists. */
export const NAME_FIELDS = ['value_type', 'name', 'code', 'factor', 'key', 'type'] as const;

/** Objects that only wrap the fields: their name says nothing. */
export const WRAPPERS: ReadonlySet<string> = new Set(['data', 'values', 'payload', 'body', 'params', 'properties']);

/** What protects from messages that grow without end. */
export const TEXT_LIMITS = {
  /** reports of one message */
  mostReports: 5000,
  /** how deep objects inside objects are looked into */
  deepest: 3,
  /** bytes of one message */
  longest: 256 * 1024,
} as const;
