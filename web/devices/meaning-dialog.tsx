import { AutoComplete, Form, Input, Modal, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { isPollutant, POLLUTANTS, type Pollutant } from '#standards/pollutants';
import { useModelName, useQuantityName } from './names.ts';
import { useAct } from './use-act.ts';

type Asked = {
  modelId: string | null;
  factor: string;
  statistic: string;
  devices: number;
  examples: { deviceId: number; code: string; no: number; value: number | null }[];
  suggestion: { pollutant: string; units: string[] } | null;
};
type Fields = { scope: 'model' | 'device'; pollutant: string; zh?: string; en?: string; unit: string };

/** none of the catalogue: the quantity gets a name of its own */
const OTHER = 'other';
const UNITS = [
  'µg/m³',
  'mg/m³',
  'g/m³',
  'ppb',
  'ppm',
  '°C',
  '%',
  'hPa',
  'kPa',
  'Pa',
  'm/s',
  '°',
  'dB',
  'mm',
  'V',
  'L',
  'kg',
];
const FAMILIES = [
  ['µg/m³', 'mg/m³'],
  ['°C', 'K'],
  ['hPa', 'kPa', 'Pa'],
  ['m/s', 'km/h'],
];

/** the units that a quantity comes in; nobody but the person chooses which */
function unitsOf(pollutant: string | undefined): string[] {
  if (!pollutant || !isPollutant(pollutant)) return UNITS;
  const { kind, unit } = POLLUTANTS[pollutant];
  const family = FAMILIES.find((one) => one.includes(unit)) ?? [unit];
  return [...new Set([unit, ...family, ...(kind === 'gas' || kind === 'organic' ? ['ppb', 'ppm'] : [])])];
}

/** A person says what a factor is and in which unit it comes: for all devices of its model, or for one. */
export function MeaningDialog({ factor, onClose }: { factor: Asked; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const [quantity, model] = [useQuantityName(), useModelName()];
  const pollutant = Form.useWatch('pollutant', form);
  const act = useAct({ onDone: onClose });
  const one = factor.examples[0];
  const submit = ({ scope, pollutant: chosen, zh, en, unit }: Fields) => {
    const known = chosen === OTHER ? null : chosen;
    if (scope === 'model' && factor.modelId)
      return act.mutate({
        method: 'POST',
        path: `/api/device-models/${factor.modelId}/factors`,
        body: {
          factor: factor.factor,
          statistic: factor.statistic,
          unit,
          ...(known ? { pollutant: known } : { title: { zh: zh ?? '', en: en || zh } }),
        },
      });
    return act.mutate({
      method: 'PUT',
      path: `/api/devices/${one?.deviceId}/channels/${one?.no}`,
      body: { meaning: { pollutant: known, unit } },
    });
  };
  return (
    <Modal
      open
      title={t('devices.meaning.title', { factor: factor.factor })}
      okText={t('shared.save')}
      cancelText={t('shared.cancel')}
      okButtonProps={{ loading: act.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">
        {t('devices.meaning.values', {
          values: factor.examples.map(({ code, value }) => `${code}: ${value ?? '—'}`).join('；'),
        })}
      </p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ scope: factor.modelId ? 'model' : 'device' }}
        onFinish={submit}
      >
        <Form.Item
          name="pollutant"
          label={t('devices.meaning.quantity')}
          extra={factor.suggestion && t('devices.meaning.suggestion', { name: quantity(factor.suggestion.pollutant) })}
          rules={[{ required: true, message: t('devices.meaning.quantityNeeded') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              ...(Object.keys(POLLUTANTS) as Pollutant[]).map((code) => ({
                value: code as string,
                label: `${quantity(code)} ${POLLUTANTS[code].zh} ${POLLUTANTS[code].en}`,
              })),
              { value: OTHER, label: t('devices.meaning.other') },
            ]}
            onChange={() => form.setFieldValue('unit', undefined)}
          />
        </Form.Item>
        {pollutant === OTHER && (
          <div className="device-form">
            <Form.Item
              name="zh"
              label={t('devices.meaning.nameZh')}
              rules={[{ required: true, whitespace: true, message: t('devices.meaning.nameNeeded') }]}
            >
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="en" label={t('devices.meaning.nameEn')}>
              <Input maxLength={40} />
            </Form.Item>
          </div>
        )}
        <Form.Item
          name="unit"
          label={t('devices.meaning.unit')}
          extra={t('devices.meaning.unitHint')}
          rules={[{ required: true, message: t('devices.meaning.unitNeeded') }]}
        >
          {pollutant === OTHER ? (
            <AutoComplete maxLength={20} options={UNITS.map((unit) => ({ value: unit }))} />
          ) : (
            <Select options={unitsOf(pollutant).map((unit) => ({ value: unit, label: unit }))} />
          )}
        </Form.Item>
        <Form.Item name="scope" label={t('devices.meaning.scope')}>
          <Radio.Group
            options={[
              {
                value: 'model',
                disabled: !factor.modelId,
                label: t('devices.meaning.wholeModel', { model: model(factor.modelId), count: factor.devices }),
              },
              { value: 'device', disabled: !one, label: t('devices.meaning.oneDevice', { code: one?.code ?? '' }) },
            ]}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
