import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { POLLUTANTS, type Pollutant } from '#standards/pollutants';
import { useQuantityName } from '../names.ts';

const STATISTICS = ['value', 'min', 'max', 'total'] as const;

/** The factors of a model, one a line: what the device calls it, what it is, in which unit, by which other names. */
export function FactorRows({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation();
  const quantity = useQuantityName();
  const pollutants = (Object.keys(POLLUTANTS) as Pollutant[]).map((code) => ({
    value: code,
    label: `${quantity(code)} ${POLLUTANTS[code].zh}`,
  }));
  const needed = { required: true, message: t('devices.models.needed') };
  return (
    <Form.List name={['settings', 'factors']}>
      {(rows, { add, remove }) => (
        <fieldset className="device-factors">
          <legend>{t('devices.models.factors')}</legend>
          {rows.map(({ key, name }) => (
            <div key={key} className="device-factor">
              <Form.Item name={[name, 'factor']} rules={[needed]} label={t('devices.factor')}>
                <Input placeholder="a34004" />
              </Form.Item>
              <Form.Item name={[name, 'statistic']} initialValue="value" label={t('devices.models.statistic')}>
                <Select options={STATISTICS.map((one) => ({ value: one, label: t(`devices.statistics.${one}`) }))} />
              </Form.Item>
              <Form.Item name={[name, 'pollutant']} label={t('devices.meaning.quantity')}>
                <Select
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  popupMatchSelectWidth={false}
                  options={pollutants}
                />
              </Form.Item>
              <Form.Item noStyle dependencies={[['settings', 'factors', name, 'pollutant']]}>
                {({ getFieldValue }) =>
                  !getFieldValue(['settings', 'factors', name, 'pollutant']) && (
                    <>
                      <Form.Item name={[name, 'title', 'zh']} rules={[needed]} label={t('devices.meaning.nameZh')}>
                        <Input />
                      </Form.Item>
                      <Form.Item name={[name, 'title', 'en']} rules={[needed]} label={t('devices.meaning.nameEn')}>
                        <Input />
                      </Form.Item>
                    </>
                  )
                }
              </Form.Item>
              <Form.Item name={[name, 'unit']} rules={[needed]} label={t('devices.meaning.unit')}>
                <Input placeholder="µg/m³" />
              </Form.Item>
              <Form.Item name={[name, 'aliases']} label={t('devices.models.aliases')}>
                <Select mode="tags" open={false} suffixIcon={null} />
              </Form.Item>
              {!readOnly && (
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('devices.models.removeFactor')}
                  onClick={() => remove(name)}
                />
              )}
            </div>
          ))}
          {!readOnly && (
            <Button icon={<PlusOutlined />} onClick={() => add({ statistic: 'value', aliases: [] })}>
              {t('devices.models.addFactor')}
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}
