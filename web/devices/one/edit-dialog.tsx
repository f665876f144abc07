import { Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { type DeviceFormFields, DeviceFormFieldsView, fieldsOf, sentFields } from '../list/device-form.tsx';
import { useAct } from '../use-act.ts';
import type { DialogProps } from './acts.tsx';

/** Changes what the register says of it. */
export default function EditDialog({ device, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<DeviceFormFields>();
  const act = useAct({ onDone: onClose });
  return (
    <Modal
      open
      width={720}
      title={t('devices.acts.edit')}
      okText={t('shared.save')}
      cancelText={t('shared.cancel')}
      okButtonProps={{ loading: act.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {device.fromFile && <p className="quiet">{t('devices.form.fromFile', { file: device.fromFile })}</p>}
      <Form<DeviceFormFields>
        form={form}
        layout="vertical"
        requiredMark="optional"
        initialValues={fieldsOf(device)}
        onFinish={(fields) =>
          act.mutate({ method: 'PATCH', path: `/api/devices/${device.id}`, body: sentFields(fields) })
        }
      >
        <DeviceFormFieldsView />
      </Form>
    </Modal>
  );
}
