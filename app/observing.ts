import type { DistrictFolder } from '#engines/district';
import type { HourSettings } from '#engines/observations';

/** How hours and days of devices are made in a district. */
export function hourSettingsOf({ settings }: Pick<DistrictFolder, 'settings'>): HourSettings {
  const { hour_valid_share, hour_grace_minutes, day_valid_hours } = settings.observations;
  return { leastShare: hour_valid_share, graceMinutes: hour_grace_minutes, leastDayHours: day_valid_hours };
}
