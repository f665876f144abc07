import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../use-act.ts';
import type { DialogProps } from './acts.tsx';

/** What it has to say to be believed; it is set and taken away, never shown. */
export default function PasswordDialog({ device, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const act = useAct({ onDone: onClose });
  const put = (value: string | null) =>
    act.mutate({ method: 'PUT', path: `/api/devices/${device.id}/secrets`, body: { password: value } });
  return (
    <Modal
      open
      title={t('devices.acts.password')}
      onCancel={onClose}
      footer={[
        device.hasPassword && (
          <Button key="away" danger loading={act.isPending} onClick={() => put(null)}>
            {t('devices.form.noPassword')}
          </Button>
        ),
        <Button key="cancel" onClick={onClose}>
          {t('shared.cancel')}
        </Button>,
        <Button
          key="set"
          type="primary"
          disabled={password === ''}
          loading={act.isPending}
          onClick={() => put(password)}
        >
          {t('shared.save')}
        </Button>,
      ]}
    >
      <p>{t(device.hasPassword ? 'devices.form.hasPassword' : 'devices.form.hasNoPassword')}</p>
      <Input.Password
        autoComplete="new-password"
        maxLength={64}
        aria-label={t('devices.acts.password')}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
    </Modal>
  );
}
