import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AirOverview } from '#app/api';
import { AQI_CLASSES, aqiCategory } from '#standards/hj-633';
import { useLanguage, useName, useSentence } from '../app/language.ts';
import { districtQuery } from '../app/queries.ts';
import { DistrictMap, type MapStation } from '../map/district-map.tsx';
import { AqiChip, textOn } from '../shared/aqi-chip.tsx';
import { useFormat } from '../shared/format.ts';

/** The streets and the stations with the AQI of the latest day; a station opens its air, a street its measures. */
export function AirMap({ air }: { air: AirOverview | undefined }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const name = useName();
  const sentence = useSentence();
  const chinese = useLanguage() === 'zh-CN';
  const navigate = useNavigate();
  const district = useQuery(districtQuery).data;
  const latest = (code: string) => air?.scopes.find(({ scope }) => scope.code === code)?.latest;
  const stations = (district?.stations ?? []).map((station): MapStation => {
    const day = latest(station.code);
    const aqi = day?.aqi ?? null;
    const found = aqi === null ? null : aqiCategory(aqi);
    return {
      code: station.code,
      name: name(station),
      lon: station.lon,
      lat: station.lat,
      text: `${name(station)} ${aqi ?? '—'}`,
      background: found?.rgb,
      color: found ? textOn(found.rgb) : undefined,
      title: found
        ? `${name(station)} ${t('shared.aqi.label', { aqi, name: chinese ? found.zh : found.en })}`
        : `${name(station)} ${t('shared.aqi.none')}`,
    };
  });
  const whole = air?.scopes.find(({ scope }) => scope.kind === 'district');
  return (
    <>
      <p className="air-today">
        {whole?.latest ? (
          <>
            <span>{t('overview.map.day', { name: sentence(whole.name), date: date(whole.latest.date) })}</span>
            <AqiChip aqi={whole.latest.aqi} />
            {whole.latest.primary.length > 0 && (
              <span className="quiet">
                {t('overview.map.primary', {
                  names: whole.latest.primary.map((p) => t(`shared.pollutants.${p}`, p)).join(t('shared.listComma')),
                })}
              </span>
            )}
          </>
        ) : (
          <span className="quiet">{air ? t('overview.map.noDay') : ' '}</span>
        )}
      </p>
      <DistrictMap
        height={400}
        stations={stations}
        onStation={(code) => navigate({ to: '/air', search: { scope: `station:${code}` } })}
        onStreet={(code) => navigate({ to: '/plan', search: { street: code } })}
        legend={
          <span className="air-classes">
            {AQI_CLASSES.map(({ level, rgb, zh, en }) => (
              <span key={level}>
                <i style={{ background: rgb }} />
                {chinese ? zh : en}
              </span>
            ))}
          </span>
        }
      />
    </>
  );
}
