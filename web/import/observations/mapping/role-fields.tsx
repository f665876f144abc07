import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Draft, ROLES, type Role, type RoleKind, withRole } from './columns.ts';
import { keptUnit, unitsOf, useQuantities } from './quantities.ts';

type Props = { draft: Draft; column: string; onChange: (draft: Draft) => void };

/** What a column is read as, chosen where it stands; a quantity has its substance and its unit beside it. */
export function RoleFields({ draft, column, onChange }: Props) {
  const { t } = useTranslation();
  const role = draft.roles[column] ?? { kind: 'none' };
  const set = (next: Role) => onChange(withRole(draft, column, next));
  const choose = (kind: RoleKind) => set(kind === 'channel' ? { kind, pollutant: 'PM25', unit: 'µg/m³' } : { kind });
  return (
    <div className={`obs-role ${role.kind === 'none' ? 'none' : ''}`}>
      <Select
        size="small"
        value={role.kind}
        aria-label={t('import.obs.roleOf', { column })}
        popupMatchSelectWidth={false}
        onChange={choose}
        options={ROLES[draft.layout].map((kind) => ({ value: kind, label: t(`import.obs.roles.${kind}`) }))}
      />
      {role.kind === 'channel' && (
        <QuantityFields
          name={column}
          pollutant={role.pollutant}
          unit={role.unit}
          onChange={(channel) => set({ kind: 'channel', ...channel })}
        />
      )}
    </div>
  );
}

/** A quantity of the catalogue and the unit in which the file gives it. */
export function QuantityFields(props: {
  name: string;
  pollutant: string | null;
  unit: string;
  onChange: (channel: { pollutant: string; unit: string }) => void;
}) {
  const { t } = useTranslation();
  const quantities = useQuantities();
  const units = unitsOf(props.pollutant ?? '');
  const options = [...new Set([...units, props.unit])].filter((unit) => unit !== '');
  return (
    <>
      <Select
        size="small"
        showSearch={{ filterOption: (input, option) => option?.search.includes(input.toLowerCase()) ?? false }}
        value={props.pollutant}
        placeholder={t('import.obs.chooseQuantity')}
        aria-label={t('import.obs.quantityOf', { column: props.name })}
        popupMatchSelectWidth={false}
        onChange={(pollutant) => props.onChange({ pollutant, unit: keptUnit(pollutant) })}
        options={quantities}
      />
      {props.pollutant && (
        <Select
          size="small"
          value={props.unit}
          status={options.length > 0 && !units.includes(props.unit) ? 'error' : undefined}
          aria-label={t('import.obs.unitOf', { column: props.name })}
          popupMatchSelectWidth={false}
          onChange={(unit) => props.onChange({ pollutant: props.pollutant!, unit })}
          options={options.map((unit) => ({ value: unit, label: unitText(unit, t('import.obs.compass')) }))}
        />
      )}
    </>
  );
}

const unitText = (unit: string, compass: string) => (unit === 'compass' ? compass : unit.replace('@', ' @ '));
