import { useQuery } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DevicePage, KnockList } from '#app/api';
import { get } from '../../app/api.ts';
import { useDeviceName } from '../names.ts';
import { useAct } from '../use-act.ts';

/** It is a known device under another number: choose which. */
export function MergeDialog({ knock, onClose }: { knock: KnockList['knocks'][number]; onClose: () => void }) {
  const { t } = useTranslation();
  const name = useDeviceName();
  const [q, setQ] = useState('');
  const [into, setInto] = useState<number>();
  const { data, isFetching } = useQuery({
    queryKey: ['devices', 'merge', q],
    queryFn: ({ signal }) => get<DevicePage>('/api/devices', { q: q.trim(), sort: 'name', limit: 30 }, signal),
  });
  const act = useAct({ onDone: onClose });
  return (
    <Modal
      open
      title={t('devices.waiting.merge')}
      okText={t('devices.waiting.merge')}
      cancelText={t('shared.cancel')}
      okButtonProps={{ disabled: into === undefined, loading: act.isPending }}
      onOk={() => act.mutate({ method: 'POST', path: `/api/devices/${knock.device.id}/merge`, body: { into } })}
      onCancel={onClose}
    >
      <p>{t('devices.waiting.mergeText', { identity: knock.identities[0]?.identity ?? knock.device.code })}</p>
      <Select
        showSearch={{ filterOption: false, onSearch: setQ }}
        style={{ width: '100%' }}
        aria-label={t('devices.waiting.mergeInto')}
        placeholder={t('devices.waiting.mergeInto')}
        loading={isFetching}
        value={into}
        options={(data?.devices ?? []).map((device) => ({ value: device.id, label: `${name(device)} ${device.code}` }))}
        onChange={setInto}
      />
    </Modal>
  );
}
