import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthAlarm } from '#app/api';
import { useMay } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { useAct } from './use-act.ts';

type Alarm = { id: string; acknowledged: HealthAlarm['acknowledged'] | boolean };

/** Who has taken an alarm on and what is done; or the button to do so. */
export function Acknowledge({ alarm, compact }: { alarm: Alarm; compact?: boolean }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  const may = useMay('devices.edit');
  const [asking, ask] = useState(false);
  const [note, setNote] = useState('');
  const act = useAct({ onDone: () => ask(false) });
  if (alarm.acknowledged)
    return (
      <p className="quiet">
        ✓{' '}
        {typeof alarm.acknowledged === 'boolean'
          ? t('devices.alarm.taken')
          : t('devices.alarm.takenBy', {
              by: alarm.acknowledged.by,
              at: time(alarm.acknowledged.at),
              note: alarm.acknowledged.note,
            })}
      </p>
    );
  if (!may) return null;
  return (
    <>
      <Button size={compact ? 'small' : 'middle'} onClick={() => ask(true)}>
        {t('devices.alarm.take')}
      </Button>
      <Modal
        open={asking}
        title={t('devices.alarm.take')}
        okText={t('devices.alarm.take')}
        cancelText={t('shared.cancel')}
        okButtonProps={{ disabled: note.trim() === '', loading: act.isPending }}
        onOk={() =>
          act.mutate({ method: 'POST', path: `/api/device-health/alarms/${alarm.id}/acknowledge`, body: { note } })
        }
        onCancel={() => ask(false)}
        destroyOnHidden
      >
        <p className="quiet">{t('devices.alarm.takeText')}</p>
        <Input.TextArea
          rows={3}
          maxLength={500}
          aria-label={t('devices.alarm.note')}
          placeholder={t('devices.alarm.note')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Modal>
    </>
  );
}
