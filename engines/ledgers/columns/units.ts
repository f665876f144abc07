/** What people write for one and the same unit; nothing is converted. */
const SAME: readonly (readonly string[])[] = [
  ['平方米', '平米', 'm2', '㎡'],
  ['公顷', 'ha', 'hm2'],
  ['立方米', '方', 'm3'],
  ['米', 'm'],
  ['公里', '千米', 'km'],
  ['吨', 't'],
  ['公斤', '千克', 'kg'],
  ['克', 'g'],
  ['升', 'l'],
  ['千瓦', 'kw'],
  ['千瓦时', '度', 'kwh'],
  ['万千瓦时', '万度', '万kwh'],
  ['元', '元整', '人民币元', '块'],
  ['万元', '万元整'],
  ['%', '％'],
  ['℃', '摄氏度', '°c', '度c'],
  ['个', '处', '座', '台', '套'],
  ['辆', '台', '车'],
  ['人', '名', '位'],
  ['次', '回', '趟'],
];
const plain = (unit: string) => unit.normalize('NFKC').replace(/\s/g, '').toLowerCase();
const SAME_PLAIN = SAME.map((names) => names.map(plain));

/** Whether what stands behind a number is the column's own unit, in one of the ways to write it. */
export function isUnit(written: string, unit: string | undefined): boolean {
  if (unit === undefined) return false;
  const [one, other] = [plain(written), plain(unit)];
  return one === other || SAME_PLAIN.some((names) => names.includes(one) && names.includes(other));
}
