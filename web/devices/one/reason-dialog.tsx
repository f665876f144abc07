import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../use-act.ts';
import type { DialogProps } from './acts.tsx';

/** Takes it out of service, or back into it, with a reason. */
export default function ReasonDialog({ device, name, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const act = useAct({ onDone: onClose });
  return (
    <Modal
      open
      title={t(`devices.acts.${name}`)}
      okText={t(`devices.acts.${name}`)}
      cancelText={t('shared.cancel')}
      okButtonProps={{ danger: name === 'retire', disabled: reason.trim() === '', loading: act.isPending }}
      onOk={() => act.mutate({ method: 'POST', path: `/api/devices/${device.id}/${name}`, body: { reason } })}
      onCancel={onClose}
    >
      <p>{t(`devices.form.${name}Text`)}</p>
      <Input
        maxLength={500}
        aria-label={t('devices.reason')}
        placeholder={t('devices.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
