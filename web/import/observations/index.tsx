export function ObservationImport() {
  return null;
}
