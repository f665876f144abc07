import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PROTOCOL_NAMES } from '../protocols.ts';
import { useAct } from '../use-act.ts';
import type { DialogProps } from './acts.tsx';

/** What it goes by on its links; it may have several numbers. */
export default function IdentitiesDialog({ device, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ identities: { protocol: string; identity: string }[] }>();
  const act = useAct({ onDone: onClose });
  const needed = { required: true, message: t('devices.models.needed') };
  return (
    <Modal
      open
      title={t('devices.acts.identities')}
      okText={t('shared.save')}
      cancelText={t('shared.cancel')}
      okButtonProps={{ loading: act.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('devices.form.identitiesText')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ identities: device.identities }}
        onFinish={(body) => act.mutate({ method: 'PUT', path: `/api/devices/${device.id}/identities`, body })}
      >
        <Form.List name="identities">
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }) => (
                <div key={key} className="device-identity">
                  <Form.Item name={[name, 'protocol']} rules={[needed]}>
                    <Select
                      aria-label={t('devices.protocol')}
                      options={PROTOCOL_NAMES.map((one) => ({ value: one.id, label: one.name }))}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'identity']} rules={[needed]}>
                    <Input aria-label={t('devices.identity')} maxLength={64} />
                  </Form.Item>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('devices.form.removeIdentity')}
                    onClick={() => remove(name)}
                  />
                </div>
              ))}
              <Button icon={<PlusOutlined />} onClick={() => add({ protocol: rows.length ? undefined : 'hj-212' })}>
                {t('devices.form.addIdentity')}
              </Button>
            </>
          )}
        </Form.List>
      </Form>
    </Modal>
  );
}
