import { useTranslation } from 'react-i18next';
import { AQI_CLASSES, type AqiClass, aqiCategory } from '#standards/hj-633';
import { useLanguage } from '../app/language.ts';
import './figure.css';

/** The class of a level 1…6, for legends. */
export const classOfLevel = (level: number): AqiClass | undefined => AQI_CLASSES.find((c) => c.level === level);

/** Black or white, whichever reads better on a class colour (relative luminance of WCAG 2). */
export function textOn(rgb: string): '#000' | '#fff' {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(rgb.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000' : '#fff';
}

/** An AQI on the colour of its class by HJ 633, with the class in words; hatched when there is no valid value. */
export function AqiChip({ aqi, withName = true }: { aqi: number | null | undefined; withName?: boolean }) {
  const { t } = useTranslation();
  const chinese = useLanguage() === 'zh-CN';
  if (aqi === null || aqi === undefined) return <span className="aqi none">{t('shared.aqi.none')}</span>;
  const found = aqiCategory(aqi);
  const name = chinese ? found.zh : found.en;
  return (
    <span className="aqi" style={{ background: found.rgb, color: textOn(found.rgb) }} title={name}>
      <span className="unseen">{t('shared.aqi.label', { aqi, name })}</span>
      <strong aria-hidden>{aqi}</strong>
      {withName && <span aria-hidden>{name}</span>}
    </span>
  );
}
