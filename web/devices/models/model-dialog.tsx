import { Form, Input, InputNumber, Modal, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ModelView } from '#app/api';
import { KINDS, useKindName } from '../names.ts';
import { PROTOCOL_NAMES } from '../protocols.ts';
import { useAct } from '../use-act.ts';
import { FactorRows } from './factor-rows.tsx';

export type ModelFields = Pick<ModelView, 'id' | 'title' | 'maker' | 'kind' | 'protocol' | 'settings'>;

const CRCS = ['hj212', 'modbus-high-byte-first', 'modbus-low-byte-first'] as const;

/** A model: what it is called, how its link is read, what its factors are. */
export default function ModelDialog({
  model,
  readOnly,
  onClose,
}: {
  model: ModelView | undefined;
  readOnly: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const kindName = useKindName();
  const [form] = Form.useForm<ModelFields>();
  const protocol = Form.useWatch('protocol', form) ?? model?.protocol;
  const act = useAct({ onDone: onClose });
  const submit = (fields: ModelFields) => {
    // what the form does not show stays as it was
    const settings = { ...model?.settings, ...fields.settings, factors: fields.settings?.factors ?? [] };
    const { id, ...rest } = { ...fields, maker: fields.maker || null, settings };
    act.mutate(
      model
        ? { method: 'PATCH', path: `/api/device-models/${model.id}`, body: rest }
        : { method: 'POST', path: '/api/device-models', body: { id, ...rest } },
    );
  };
  const needed = { required: true, message: t('devices.models.needed') };
  return (
    <Modal
      open
      width={920}
      title={model ? t('devices.models.edit') : t('devices.models.new')}
      okText={t('shared.save')}
      cancelText={readOnly ? t('shared.close') : t('shared.cancel')}
      okButtonProps={{ loading: act.isPending, style: readOnly ? { display: 'none' } : undefined }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {model && !readOnly && model.devices > 0 && (
        <p className="quiet">{t('devices.models.affects', { count: model.devices })}</p>
      )}
      <Form<ModelFields>
        form={form}
        layout="vertical"
        requiredMark="optional"
        disabled={readOnly}
        initialValues={
          model ?? {
            kind: 'micro-station',
            protocol: 'hj-212',
            settings: { crc: ['hj212'], stamp: 'start', factors: [] },
          }
        }
        onFinish={submit}
      >
        <div className="device-form">
          {!model && (
            <Form.Item
              name="id"
              label={t('devices.models.id')}
              extra={t('devices.models.idHint')}
              rules={[{ required: true, pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, message: t('devices.models.idHint') }]}
            >
              <Input maxLength={64} />
            </Form.Item>
          )}
          <Form.Item name={['title', 'zh']} label={t('devices.models.titleZh')} rules={[needed]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name={['title', 'en']} label={t('devices.models.titleEn')} rules={[needed]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="maker" label={t('devices.models.maker')}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="kind" label={t('devices.kind')} rules={[needed]}>
            <Select options={KINDS.map((kind) => ({ value: kind, label: kindName(kind) }))} />
          </Form.Item>
          <Form.Item name="protocol" label={t('devices.protocol')} rules={[needed]}>
            <Select options={PROTOCOL_NAMES.map((one) => ({ value: one.id, label: one.name }))} />
          </Form.Item>
        </div>
        {protocol === 'hj-212' && (
          <div className="device-form">
            <Form.Item name={['settings', 'crc']} label={t('devices.models.crc')} extra={t('devices.models.crcHint')}>
              <Select
                mode="multiple"
                options={CRCS.map((crc) => ({ value: crc, label: t(`devices.models.crcs.${crc}`) }))}
              />
            </Form.Item>
            <Form.Item name={['settings', 'stamp']} label={t('devices.models.stamp')}>
              <Select
                options={(['start', 'end'] as const).map((stamp) => ({
                  value: stamp,
                  label: t(`devices.models.stamps.${stamp}`),
                }))}
              />
            </Form.Item>
            <Form.Item name={['settings', 'realtimeInterval']} label={t('devices.models.realtime')}>
              <InputNumber min={1} max={3600} suffix="s" placeholder="60" />
            </Form.Item>
            <Form.Item name={['settings', 'minuteInterval']} label={t('devices.models.minutes')}>
              <InputNumber min={1} max={30} suffix="min" placeholder="10" />
            </Form.Item>
            <Form.Item name={['settings', 'hourFrom']} label={t('devices.models.hourFrom')}>
              <Select
                placeholder={t('devices.models.hours.minutes')}
                options={(['minutes', 'realtime', 'device'] as const).map((from) => ({
                  value: from,
                  label: t(`devices.models.hours.${from}`),
                }))}
              />
            </Form.Item>
            <Form.Item name={['settings', 'clockAheadMinutes']} label={t('devices.models.clock')}>
              <InputNumber min={-1440} max={1440} suffix="min" placeholder="0" />
            </Form.Item>
            <Form.Item
              name={['settings', 'answers']}
              label={t('devices.models.answers')}
              valuePropName="checked"
              initialValue
            >
              <Switch />
            </Form.Item>
          </div>
        )}
        <FactorRows readOnly={readOnly} />
      </Form>
    </Modal>
  );
}
