import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportPreview, ImportReport } from '#app/api';
import { useSentence } from '../../../app/language.ts';
import { Panel } from '../../../shared/page.tsx';
import { type Draft, withItem } from './columns.ts';
import { keptUnit } from './quantities.ts';
import { QuantityFields } from './role-fields.tsx';

type Props = {
  file: ImportPreview;
  reading: ImportPreview | null;
  /** of the dry run: names that only stand further down in the file */
  report: ImportReport | null;
  draft: Draft;
  onChange: (draft: Draft) => void;
};

/** Names in the file that must be led to something of ours: stations of the station column, items of the item column. */
export function Names(props: Props) {
  const { t } = useTranslation();
  const { draft, reading, file, report } = props;
  const stations = stationNames(props);
  const items =
    draft.layout === 'wide'
      ? []
      : [...new Set([...(reading ?? file).itemNames, ...(report?.unknownItems ?? []).map((one) => one.name)])];
  if (stations.length === 0 && items.length === 0) return null;
  return (
    <div className="obs-names">
      {stations.length > 0 && (
        <Panel title={t('import.obs.stationNames')} aside={t('import.obs.stationNamesNote')} flush>
          <StationRows {...props} names={stations} />
        </Panel>
      )}
      {items.length > 0 && (
        <Panel title={t('import.obs.itemNames')} aside={t('import.obs.itemNamesNote')} flush>
          <ul className="obs-pairs">
            {items.map((name) => (
              <ItemRow key={name} name={name} draft={draft} onChange={props.onChange} />
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

function stationNames({ draft, reading, file, report }: Props): string[] {
  const kinds = Object.values(draft.roles).map((role) => role.kind);
  if (!kinds.includes('station')) return [];
  const found = (reading ?? file).stationNames.map((one) => one.name);
  const later = (report?.unknownStations ?? []).map((one) => one.name);
  return [...new Set([...found, ...later, ...Object.keys(draft.stations)])].filter((name) => name !== '');
}

function StationRows({ names, file, reading, draft, onChange }: Props & { names: string[] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const known = new Map((reading ?? file).stationNames.map((one) => [one.name, one.code]));
  const set = (name: string, code: string | undefined) => {
    const { [name]: _gone, ...stations } = draft.stations;
    onChange({ ...draft, stations: code ? { ...stations, [name]: code } : stations });
  };
  return (
    <ul className="obs-pairs">
      {names.map((name) => {
        const code = draft.stations[name] ?? known.get(name) ?? undefined;
        return (
          <li key={name}>
            <span className="obs-pair-name">{name}</span>
            <span aria-hidden className="quiet">
              →
            </span>
            <Select
              size="small"
              allowClear={name in draft.stations}
              showSearch={{ optionFilterProp: 'label' }}
              value={code}
              status={code ? undefined : 'error'}
              placeholder={t('import.obs.unknownStation')}
              aria-label={t('import.obs.stationOf', { name })}
              popupMatchSelectWidth={false}
              onChange={(next) => set(name, next)}
              options={file.stations.map((s) => ({ value: s.code, label: `${sentence(s.name)} ${s.code}` }))}
            />
          </li>
        );
      })}
    </ul>
  );
}

function ItemRow({ name, draft, onChange }: { name: string; draft: Draft; onChange: (draft: Draft) => void }) {
  const { t } = useTranslation();
  const item = draft.items.find((one) => one.column === name);
  const ignored = draft.ignored.includes(name);
  return (
    <li>
      <span className="obs-pair-name">{name}</span>
      <span aria-hidden className="quiet">
        →
      </span>
      {ignored ? (
        <>
          <span className="quiet">{t('import.obs.leftOut')}</span>
          <Button
            size="small"
            onClick={() => onChange(withItem(draft, name, { pollutant: 'PM25', unit: keptUnit('PM25') }))}
          >
            {t('import.obs.takeItem')}
          </Button>
        </>
      ) : (
        <>
          <QuantityFields
            name={name}
            pollutant={item?.pollutant ?? null}
            unit={item?.unit ?? ''}
            onChange={(channel) => onChange(withItem(draft, name, channel))}
          />
          <Button size="small" type="text" onClick={() => onChange(withItem(draft, name, null))}>
            {t('import.obs.leaveItem')}
          </Button>
        </>
      )}
    </li>
  );
}
