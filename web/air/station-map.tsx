import { useQuery } from '@tanstack/react-query';
import type { AirOverview } from '#app/api';
import { aqiCategory } from '#standards/hj-633';
import { useName } from '../app/language.ts';
import { districtQuery } from '../app/queries.ts';
import { DistrictMap, type MapStation } from '../map/district-map.tsx';
import { textOn } from '../shared/aqi-chip.tsx';

/** The stations with the AQI of their latest day on the district's own polygons. */
export function StationMap({ air, onChoose }: { air: AirOverview; onChoose: (code: string) => void }) {
  const name = useName();
  const district = useQuery(districtQuery).data;
  const stations = (district?.stations ?? []).map((station): MapStation => {
    const aqi = air.scopes.find((one) => one.scope.code === station.code)?.latest?.aqi ?? null;
    const rgb = aqi === null ? undefined : aqiCategory(aqi).rgb;
    return {
      code: station.code,
      name: name(station),
      lon: station.lon,
      lat: station.lat,
      text: aqi === null ? '—' : String(aqi),
      ...(rgb ? { background: rgb, color: textOn(rgb) } : {}),
    };
  });
  return <DistrictMap height={320} stations={stations} onStation={onChoose} />;
}
