/** How devices reach the platform, as people call it. */
export const PROTOCOL_NAMES = [
  { id: 'hj-212', name: 'HJ 212' },
  { id: 'gb-17691', name: 'GB 17691' },
  { id: 'hj-1239', name: 'HJ 1239' },
  { id: 'gb-32960', name: 'GB/T 32960' },
  { id: 'jt-808', name: 'JT/T 808' },
  { id: 'mqtt', name: 'MQTT' },
  { id: 'http', name: 'HTTP' },
] as const;

export const protocolName = (id: string): string => PROTOCOL_NAMES.find((one) => one.id === id)?.name ?? id;
