import { type DistrictFolder, invalid } from './read.ts';

/** What no single file's schema can see: references between files, doubled codes and names. */
export function checkTogether(folder: DistrictFolder): void {
  once(
    'streets.yaml',
    'streets',
    folder.streets.map((s) => s.code),
  );
  once(
    'stations.yaml',
    'stations',
    folder.stations.map((s) => s.code),
  );
  once(
    'units.yaml',
    'units',
    folder.units.map((u) => u.id),
  );
  once(
    'units.yaml',
    'units (name_zh)',
    folder.units.map((u) => u.name_zh),
  );
  const streets = new Set(folder.streets.map((s) => s.code));
  const units = new Set(folder.units.map((u) => u.id));
  const drawn = new Set(folder.polygons.features.map((f) => f.properties.code));
  for (const street of streets)
    if (!drawn.has(street))
      throw invalid('streets.geojson', street, '缺少该街道的边界，请补上', 'this street has no polygon: add it');
  for (const street of drawn)
    if (!streets.has(street))
      throw invalid(
        'streets.geojson',
        street,
        '街道代码不在 streets.yaml 中',
        'the code is not in streets.yaml: correct one of them',
      );
  for (const [i, unit] of folder.units.entries()) {
    const at = `units.${i} (${unit.name_zh})`;
    if (unit.street && !streets.has(unit.street))
      throw invalid(
        'units.yaml',
        `${at}.street`,
        `没有代码为 ${unit.street} 的街道，请改正`,
        `no street ${unit.street}: correct the code`,
      );
    for (const member of unit.members)
      if (!units.has(member.unit))
        throw invalid(
          'units.yaml',
          `${at}.members`,
          `没有单位 ${member.unit}，请改正或补上`,
          `no unit ${member.unit}: correct the id or add the unit`,
        );
  }
  for (const station of folder.stations)
    if (station.street && !streets.has(station.street))
      throw invalid(
        'stations.yaml',
        station.code,
        `没有代码为 ${station.street} 的街道`,
        `no street ${station.street}: correct the code`,
      );
  if (!units.has(folder.settings.bulletin_issuer.unit))
    throw invalid(
      'district.yaml',
      'settings.bulletin_issuer.unit',
      '没有这个单位，请改正',
      'no such unit: correct the id',
    );
}

function once(file: string, path: string, values: readonly string[]): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value))
      throw invalid(file, path, `“${value}”出现了两次，请去掉一个`, `“${value}” appears twice: remove one`);
    seen.add(value);
  }
}
