/**
 * The US-wide correction of one sensor type (PurpleAir, cf_atm), with US EPA's extension to smoke: what others publish, for
 * comparison only. Its numbers are for another sensor and a clean climate; here the form is fitted.
 * Source: Barkjohn 2021; AirSensor2. µg/m³ and %.
 */
export function usWideCorrection(sensor: number, humidity: number): number {
  const low = 0.524 * sensor - 0.0862 * humidity + 5.75;
  const mid = 0.786 * sensor - 0.0862 * humidity + 5.75;
  const high = 2.966 + 0.69 * sensor + 8.84e-4 * sensor ** 2;
  const blend = (from: number, to: number) => (sensor - from) / (to - from);
  if (sensor < 30) return Math.max(0, low);
  if (sensor < 50) return Math.max(0, low + (mid - low) * blend(30, 50));
  if (sensor < 210) return Math.max(0, mid);
  if (sensor < 260) return Math.max(0, mid + (high - mid) * blend(210, 260));
  return high;
}
