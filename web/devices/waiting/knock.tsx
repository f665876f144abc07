import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnockList } from '#app/api';
import { useSentence } from '../../app/language.ts';
import { useMay } from '../../app/queries.ts';
import { useFormat } from '../../shared/format.ts';
import { useAgo } from '../ago.ts';
import { FrameView } from '../frame-view.tsx';
import { KINDS, useKindName } from '../names.ts';
import { protocolName } from '../protocols.ts';
import { modelsQuery } from '../queries.ts';
import { useAct } from '../use-act.ts';
import { MergeDialog } from './merge-dialog.tsx';

type Knocking = KnockList['knocks'][number];
type Admitted = { replayed: { stored: number; kept: number } };

/** One device that waits: choose what it is, and it is in. */
export function Knock({ knock }: { knock: Knocking }) {
  const { t } = useTranslation();
  const [sentence, kindName, ago] = [useSentence(), useKindName(), useAgo()];
  const { time, number } = useFormat();
  const may = useMay('devices.admit');
  const mayRetire = useMay('devices.edit');
  const protocol = knock.identities[0]?.protocol;
  const models = (useQuery(modelsQuery).data ?? []).filter((model) => model.protocol === protocol);
  const [modelId, setModel] = useState<string>();
  const [chosenKind, setKind] = useState<string>();
  const [open, setOpen] = useState<'merge' | 'retire' | null>(null);
  const [reason, setReason] = useState('');
  // with one model of its protocol there is nothing to choose
  const model = models.find((one) => one.id === modelId) ?? (models.length === 1 ? models[0] : undefined);
  const kind = chosenKind ?? model?.kind;
  const admit = useAct<Admitted>();
  const retire = useAct({ onDone: () => setOpen(null) });
  const { device, sample } = knock;
  return (
    <article className="panel device-knock">
      <header>
        <h3>{knock.identities.map(({ identity }) => identity).join('、') || device.code}</h3>
        <p className="quiet">
          {protocol && protocolName(protocol)}
          {knock.remote && ` · ${t('devices.waiting.from', { address: knock.remote })}`}
        </p>
        <p>
          {knock.lastAt
            ? t('devices.waiting.frames', {
                frames: number(knock.frames),
                first: time(knock.firstAt),
                last: ago(knock.lastAt),
              })
            : t('devices.waiting.noFrames')}
        </p>
      </header>
      {sample && <FrameView frame={sample} guess />}
      {may && (
        <div className="device-admit">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            aria-label={t('devices.model')}
            placeholder={t('devices.model')}
            value={model?.id}
            options={models.map((one) => ({ value: one.id, label: sentence(one.title) }))}
            onChange={(id) => setModel(id)}
            notFoundContent={t('devices.waiting.noModel')}
          />
          <Select
            aria-label={t('devices.kind')}
            placeholder={t('devices.kind')}
            popupMatchSelectWidth={false}
            value={kind}
            options={KINDS.filter((one) => one !== 'unknown').map((one) => ({ value: one, label: kindName(one) }))}
            onChange={setKind}
          />
          <Button
            type="primary"
            disabled={!kind}
            loading={admit.isPending}
            onClick={() =>
              admit.mutate({
                method: 'POST',
                path: `/api/devices/${device.id}/admit`,
                body: { kind, ...(model ? { modelId: model.id } : {}) },
              })
            }
          >
            {t('devices.waiting.admit')}
          </Button>
          <Button onClick={() => setOpen('merge')}>{t('devices.waiting.merge')}</Button>
          {mayRetire && (
            <Button type="text" onClick={() => setOpen('retire')}>
              {t('devices.waiting.retire')}
            </Button>
          )}
        </div>
      )}
      {open === 'merge' && <MergeDialog knock={knock} onClose={() => setOpen(null)} />}
      <Modal
        open={open === 'retire'}
        title={t('devices.waiting.retire')}
        okText={t('devices.waiting.retire')}
        cancelText={t('shared.cancel')}
        okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: retire.isPending }}
        onOk={() => retire.mutate({ method: 'POST', path: `/api/devices/${device.id}/retire`, body: { reason } })}
        onCancel={() => setOpen(null)}
      >
        <p>{t('devices.waiting.retireText')}</p>
        <Input
          maxLength={500}
          aria-label={t('devices.reason')}
          placeholder={t('devices.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </article>
  );
}
