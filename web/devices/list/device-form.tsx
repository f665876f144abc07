import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '#app/api';
import { useName, useSentence } from '../../app/language.ts';
import { districtQuery, unitsQuery, useMay, usePlanYear } from '../../app/queries.ts';
import { tableQuery } from '../../plan/queries.ts';
import { KINDS, useKindName } from '../names.ts';
import { modelsQuery } from '../queries.ts';

/** Fields of a device as the form has them; empty ones are undefined. */
export type DeviceFormFields = {
  code?: string;
  name?: string;
  nameEn?: string;
  kind?: string;
  modelId?: string;
  lon?: number | null;
  lat?: number | null;
  streetCode?: string;
  site?: string;
  unitId?: string;
  owner?: string;
  purpose?: string[];
};

export const fieldsOf = (device: DeviceView): DeviceFormFields => ({
  name: device.name?.zh,
  nameEn: device.name?.en ?? undefined,
  kind: device.kind,
  modelId: device.modelId ?? undefined,
  lon: device.lon,
  lat: device.lat,
  streetCode: device.streetCode ?? undefined,
  site: device.site ?? undefined,
  unitId: device.unitId ?? undefined,
  owner: device.owner ?? undefined,
  purpose: device.purpose,
});

/** what the server takes: what was left empty is said to be empty */
export const sentFields = ({ code: _code, kind, purpose, ...fields }: DeviceFormFields) => ({
  ...Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, value === '' || value === undefined ? null : value]),
  ),
  ...(kind ? { kind } : {}),
  purpose: purpose ?? [],
});

/** What a person says of a device. */
export function DeviceFormFieldsView({ withCode }: { withCode?: boolean }) {
  const { t } = useTranslation();
  const [name, sentence, kindName] = [useName(), useSentence(), useKindName()];
  const streets = useQuery(districtQuery).data?.streets ?? [];
  const units = useQuery(unitsQuery).data ?? [];
  const models = useQuery(modelsQuery).data ?? [];
  const measures = useMeasures();
  const search = { allowClear: true, showSearch: { optionFilterProp: 'label' as const }, popupMatchSelectWidth: false };
  return (
    <div className="device-form">
      {withCode && (
        <Form.Item
          name="code"
          label={t('devices.code')}
          extra={t('devices.form.codeHint')}
          rules={[{ required: true, whitespace: true, message: t('devices.form.codeNeeded') }]}
        >
          <Input maxLength={64} />
        </Form.Item>
      )}
      <Form.Item
        name="kind"
        label={t('devices.kind')}
        rules={[{ required: true, message: t('devices.form.kindNeeded') }]}
      >
        <Select options={KINDS.map((kind) => ({ value: kind, label: kindName(kind) }))} />
      </Form.Item>
      <Form.Item name="name" label={t('devices.name')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('devices.form.nameEn')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="modelId" label={t('devices.model')} extra={t('devices.form.modelHint')}>
        <Select
          {...search}
          options={models.map((m) => ({ value: m.id, label: `${sentence(m.title)} (${m.protocol})` }))}
        />
      </Form.Item>
      <Form.Item name="site" label={t('devices.site')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="lon" label={t('devices.form.lon')} extra={t('devices.form.placeHint')}>
        <InputNumber min={73} max={136} step={0.0001} stringMode={false} controls={false} />
      </Form.Item>
      <Form.Item name="lat" label={t('devices.form.lat')}>
        <InputNumber min={3} max={54} step={0.0001} controls={false} />
      </Form.Item>
      <Form.Item name="streetCode" label={t('devices.street')} extra={t('devices.form.streetHint')}>
        <Select {...search} options={streets.map((s) => ({ value: s.code, label: name(s) }))} />
      </Form.Item>
      <Form.Item name="unitId" label={t('devices.form.unit')}>
        <Select {...search} options={units.map((u) => ({ value: u.id, label: name(u) }))} />
      </Form.Item>
      <Form.Item name="owner" label={t('devices.form.owner')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="purpose" label={t('devices.purpose')} className="whole">
        <Select {...search} mode="multiple" options={measures} placeholder={t('devices.form.purposeHint')} />
      </Form.Item>
    </div>
  );
}

/** Measures of the plan in force, by their numbers. */
function useMeasures() {
  const year = usePlanYear();
  const may = useMay('plan.read');
  const table = useQuery({ ...tableQuery(year ?? 0, undefined, undefined), enabled: year !== null && may }).data;
  return (table?.chapters ?? [])
    .flatMap(({ tasks }) => tasks.flatMap(({ measures }) => measures))
    .map(({ id, text }) => ({ value: id, label: `${id} ${text.slice(0, 40)}` }));
}
