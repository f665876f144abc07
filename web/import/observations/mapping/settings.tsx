import { AutoComplete, Input, InputNumber, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '#app/api';
import { useSentence } from '../../../app/language.ts';
import type { Where } from '../asked.ts';
import { type Draft, withLayout } from './columns.ts';

type Props = {
  file: ImportPreview;
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** another sheet or header row: the file is looked at anew */
  onWhere: (where: Where) => void;
};

const OFFSETS = [8, 0, 9, 7, 5.5, -5, -8];
const FORMATS = ['YYYY-MM-DD HH:mm', 'DD/MM/YYYY HH:mm', 'MM/DD/YYYY HH:mm', 'YYYYMMDDHH', 'YYYY年M月D日H时'];

/** What is not said by columns: layout, where the table stands, one station for all, time, marks for “no data”. */
export function Settings({ file, draft, onChange, onWhere }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const kinds = Object.values(draft.roles).map((role) => role.kind);
  return (
    <div className="obs-settings">
      <Setting label={t('import.obs.layout')} note={t(`import.obs.layoutNote.${draft.layout}`)} broad>
        <Segmented
          aria-label={t('import.obs.layout')}
          value={draft.layout}
          onChange={(layout) => onChange(withLayout(draft, layout))}
          options={(['wide', 'long', 'across'] as const).map((value) => ({
            value,
            label: t(`import.obs.layouts.${value}`),
          }))}
        />
      </Setting>
      {file.sheets.length > 1 && (
        <Setting label={t('import.obs.sheet')}>
          <Select
            aria-label={t('import.obs.sheet')}
            value={draft.sheet}
            onChange={(sheet) => onWhere({ sheet })}
            options={file.sheets.map((value) => ({ value, label: value }))}
          />
        </Setting>
      )}
      <Setting label={t('import.obs.headerRow')} note={t('import.obs.headerRowNote')}>
        <InputNumber
          aria-label={t('import.obs.headerRow')}
          min={1}
          max={400}
          precision={0}
          value={draft.headerRow}
          onChange={(headerRow) => headerRow && onWhere({ sheet: draft.sheet, headerRow })}
        />
      </Setting>
      {draft.layout !== 'across' && !kinds.includes('station') && (
        <Setting label={t('import.obs.oneStation')} note={t('import.obs.oneStationNote')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('import.obs.oneStation')}
            value={draft.stationCode}
            placeholder={t('import.obs.chooseStation')}
            status={draft.stationCode ? undefined : 'warning'}
            onChange={(stationCode) => set({ stationCode })}
            options={file.stations.map((s) => ({ value: s.code, label: `${sentence(s.name)} ${s.code}` }))}
          />
        </Setting>
      )}
      {kinds.includes('time') && (
        <Setting label={t('import.obs.timeFormat')} note={t('import.obs.timeFormatNote')}>
          <AutoComplete
            value={draft.timeFormat ?? ''}
            onChange={(text: string) => set({ timeFormat: text.trim() || undefined })}
            options={FORMATS.map((value) => ({ value }))}
          >
            <Input allowClear aria-label={t('import.obs.timeFormat')} placeholder={t('import.obs.timeAuto')} />
          </AutoComplete>
        </Setting>
      )}
      <Setting label={t('import.obs.hours')}>
        <Segmented
          aria-label={t('import.obs.hours')}
          value={draft.hours}
          onChange={(hours) => set({ hours })}
          options={(['0-23', '1-24'] as const).map((value) => ({ value, label: value.replace('-', '–') }))}
        />
      </Setting>
      <Setting label={t('import.obs.stamp')} note={t(`import.obs.stampNote.${draft.stamp}`)}>
        <Segmented
          aria-label={t('import.obs.stamp')}
          value={draft.stamp}
          onChange={(stamp) => set({ stamp })}
          options={(['start', 'end'] as const).map((value) => ({ value, label: t(`import.obs.stamps.${value}`) }))}
        />
      </Setting>
      <Setting label={t('import.obs.zone')}>
        <Select
          aria-label={t('import.obs.zone')}
          value={draft.utcOffset}
          onChange={(utcOffset) => set({ utcOffset })}
          options={[...new Set([...OFFSETS, draft.utcOffset])].map((value) => ({ value, label: zoneText(value, t) }))}
        />
      </Setting>
      <Setting label={t('import.obs.missing')} note={t('import.obs.missingNote')} broad>
        <Select
          mode="tags"
          aria-label={t('import.obs.missing')}
          value={draft.missing.filter((mark) => mark !== '')}
          maxTagCount={8}
          tokenSeparators={[' ', '、', '，']}
          onChange={(marks) => set({ missing: ['', ...marks] })}
        />
      </Setting>
      <Setting label={t('import.obs.decimal')}>
        <Segmented
          aria-label={t('import.obs.decimal')}
          value={draft.decimal}
          onChange={(decimal) => set({ decimal })}
          options={(['.', ','] as const).map((value) => ({ value, label: `12${value}5` }))}
        />
      </Setting>
    </div>
  );
}

function Setting(props: { label: string; note?: string; broad?: boolean; children: ReactNode }) {
  return (
    <div className={props.broad ? 'obs-setting broad' : 'obs-setting'}>
      <span className="obs-label">{props.label}</span>
      {props.children}
      {props.note && <span className="quiet obs-note">{props.note}</span>}
    </div>
  );
}

function zoneText(offset: number, t: (key: string) => string): string {
  const size = Math.abs(offset);
  const text = `UTC${offset < 0 ? '−' : '+'}${Math.floor(size)}${size % 1 ? `:${String((size % 1) * 60).padStart(2, '0')}` : ''}`;
  return offset === 8 ? `${text} ${t('import.obs.beijing')}` : text;
}
