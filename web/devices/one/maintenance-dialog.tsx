import { DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useAct } from '../use-act.ts';
import type { DialogProps } from './acts.tsx';

type Fields = { begins: Dayjs; ends?: Dayjs | null; reason: string };

/** From when until when somebody works on it: what it says meanwhile is no fault and no alarm. */
export default function MaintenanceDialog({ device, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const act = useAct({ onDone: onClose });
  return (
    <Modal
      open
      title={t('devices.acts.maintenance')}
      okText={t('shared.save')}
      cancelText={t('shared.cancel')}
      okButtonProps={{ loading: act.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('devices.form.maintenanceText')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark="optional"
        initialValues={{ begins: dayjs() }}
        onFinish={({ begins, ends, reason }) =>
          act.mutate({
            method: 'POST',
            path: `/api/devices/${device.id}/maintenance`,
            body: { begins: begins.toISOString(), ends: ends?.toISOString() ?? null, reason },
          })
        }
      >
        <div className="device-form">
          <Form.Item name="begins" label={t('devices.form.begins')} rules={[{ required: true }]}>
            <DatePicker showTime={{ format: 'HH:mm' }} allowClear={false} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="ends" label={t('devices.form.ends')} extra={t('devices.form.endsHint')}>
            <DatePicker showTime={{ format: 'HH:mm' }} style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <Form.Item
          name="reason"
          label={t('devices.reason')}
          rules={[{ required: true, whitespace: true, message: t('devices.form.reasonNeeded') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
