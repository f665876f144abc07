import { join } from 'node:path';
import type { DistrictFolder } from '#engines/district';
import type { HourSettings, Retention } from '#engines/observations';

/** How hours and days of devices are made in a district. */
export function hourSettingsOf({ settings }: Pick<DistrictFolder, 'settings'>): HourSettings {
  const { hour_valid_share, hour_grace_minutes, day_valid_hours } = settings.observations;
  return { leastShare: hour_valid_share, graceMinutes: hour_grace_minutes, leastDayHours: day_valid_hours };
}

/** How many months the database keeps. */
export function retentionOf({ settings }: Pick<DistrictFolder, 'settings'>): Retention {
  const { keep_packet_months, keep_replaced_months, keep_frame_months } = settings.observations;
  return { packet: keep_packet_months, packet_replaced: keep_replaced_months, kept_frame: keep_frame_months };
}

/** Where months go that leave the database. */
export const archiveFolder = ({ dataFolder }: { dataFolder: string }): string => join(dataFolder, 'archive');
