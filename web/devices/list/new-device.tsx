import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '#app/api';
import { PROTOCOL_NAMES } from '../protocols.ts';
import { useAct } from '../use-act.ts';
import { type DeviceFormFields, DeviceFormFieldsView, sentFields } from './device-form.tsx';

type Fields = DeviceFormFields & { protocol?: string; identity?: string };

/** Registers a device that is known before it knocks. */
export default function NewDevice({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const act = useAct<DeviceView>({
    onDone: (made) => {
      onClose();
      void navigate({ to: '/devices/$id', params: { id: String(made.id) } });
    },
  });
  const submit = ({ protocol, identity, ...fields }: Fields) =>
    act.mutate({
      method: 'POST',
      path: '/api/devices',
      body: {
        ...sentFields(fields),
        code: fields.code,
        identities: protocol && identity ? [{ protocol, identity: identity.trim() }] : [],
      },
    });
  return (
    <Modal
      open
      width={720}
      title={t('devices.list.new')}
      okText={t('shared.save')}
      cancelText={t('shared.cancel')}
      okButtonProps={{ loading: act.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark="optional" onFinish={submit}>
        <DeviceFormFieldsView withCode />
        <div className="device-form">
          <Form.Item name="protocol" label={t('devices.protocol')}>
            <Select allowClear options={PROTOCOL_NAMES.map((one) => ({ value: one.id, label: one.name }))} />
          </Form.Item>
          <Form.Item name="identity" label={t('devices.identity')} extra={t('devices.form.identityHint')}>
            <Input maxLength={64} />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
