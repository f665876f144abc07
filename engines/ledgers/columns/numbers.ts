/** Characters of a unified social credit code in the order of their values (GB 32100-2015, table 1: no I, O, S, V, Z). */
const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const MODULUS = 31;

/** 18 characters whose last one fits the others (GB 32100-2015 §4.5: 31 minus the weighted sum modulo 31). */
export function creditCodeIsSound(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * CREDIT.indexOf(code[i]!), 0);
  return CREDIT[(MODULUS - (sum % MODULUS)) % MODULUS] === code[17];
}

/** A plate of a motor vehicle (GA 36-2018): province, letter, five characters; six of new-energy vehicles; 挂, 学, 警 and others at the end. */
export const isPlate = (plate: string): boolean =>
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z](?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[DABCEFGHJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[DABCEFGHJK])$/.test(
    plate,
  );

/** 17 characters without I, O, Q (GB 16735-2019). Its check digit is not demanded: imported vehicles have others. */
export const isVin = (vin: string): boolean => /^[A-HJ-NPR-Z0-9]{17}$/.test(vin);
