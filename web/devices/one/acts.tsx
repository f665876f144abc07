import { EllipsisOutlined, ToolOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '#app/api';
import { useMay } from '../../app/queries.ts';
import { useAct } from '../use-act.ts';

const DIALOGS = {
  edit: lazy(() => import('./edit-dialog.tsx')),
  identities: lazy(() => import('./identities-dialog.tsx')),
  password: lazy(() => import('./password-dialog.tsx')),
  maintenance: lazy(() => import('./maintenance-dialog.tsx')),
  retire: lazy(() => import('./reason-dialog.tsx')),
  restore: lazy(() => import('./reason-dialog.tsx')),
} as const;
export type DialogName = keyof typeof DIALOGS;
export type DialogProps = { device: DeviceView; name: DialogName; onClose: () => void };

/** What can be done with the device as it stands. */
export function Acts({ device }: { device: DeviceView }) {
  const { t } = useTranslation();
  const may = useMay('devices.edit');
  const [open, setOpen] = useState<DialogName | null>(null);
  const end = useAct();
  if (!may) return null;
  const Dialog = open && DIALOGS[open];
  const now = new Date().toISOString();
  const planned = device.windows.some((window) => window.ends === null || window.ends > now);
  const retired = device.state === 'retired';
  const item = (name: DialogName, danger = false) => ({
    key: name,
    danger,
    label: t(`devices.acts.${name}`),
    onClick: () => setOpen(name),
  });
  return (
    <>
      {planned && !retired && (
        <Button
          icon={<ToolOutlined />}
          loading={end.isPending}
          onClick={() => end.mutate({ method: 'POST', path: `/api/devices/${device.id}/maintenance/end` })}
        >
          {t('devices.acts.endMaintenance')}
        </Button>
      )}
      {!planned && !retired && device.state !== 'probation' && (
        <Button icon={<ToolOutlined />} onClick={() => setOpen('maintenance')}>
          {t('devices.acts.maintenance')}
        </Button>
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            item('edit'),
            item('identities'),
            item('password'),
            { type: 'divider' },
            retired ? item('restore') : item('retire', true),
          ],
        }}
      >
        <Button icon={<EllipsisOutlined />} aria-label={t('devices.acts.more')} />
      </Dropdown>
      <Suspense>{Dialog && open && <Dialog device={device} name={open} onClose={() => setOpen(null)} />}</Suspense>
    </>
  );
}
