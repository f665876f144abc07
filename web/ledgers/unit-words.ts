import { useLanguage } from '../app/language.ts';

/** Units of ledgers as English writes them; one that is not here stays as it was declared. */
const ENGLISH: Readonly<Record<string, string>> = {
  平方米: 'm²',
  立方米: 'm³',
  米: 'm',
  公里: 'km',
  吨: 't',
  万吨: '10,000 t',
  公斤: 'kg',
  升: 'L',
  千瓦: 'kW',
  万千瓦时: '10,000 kWh',
  元: 'CNY',
  万元: '10,000 CNY',
  小时: 'h',
  天: 'days',
  个: '',
  辆: '',
  人: '',
  次: 'times',
  条: '',
  路: '',
  段: '',
  分: 'points',
  毫克: 'mg',
  克: 'g',
};

/** A unit in the language of the page. */
export function useUnitWord(): (unit: string) => string {
  const language = useLanguage();
  return (unit) => (language === 'en' ? (ENGLISH[unit] ?? unit) : unit);
}
