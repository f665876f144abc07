import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceSheetOutcome } from '#app/api';
import { ApiError, upload } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import '../../shared/data-table.css';

/** rows that are shown of each kind */
const SHOWN = 200;

/** A sheet of devices: first tried, with what each row would do; then written, whole or not at all. */
export default function SheetDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState<DeviceSheetOutcome | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const give = async (given: File, dryRun: boolean) => {
    setBusy(true);
    setRefused('');
    try {
      const outcome = await upload<DeviceSheetOutcome>(`/api/device-sheets?dryRun=${dryRun ? 'yes' : 'no'}`, given);
      setTried(outcome);
      if (!outcome.written) return;
      await client.invalidateQueries({ queryKey: ['devices'] });
      void message.success(
        t('devices.sheet.written', { count: outcome.rows.filter((row) => row.what !== 'same').length }),
      );
      onClose();
    } catch (error) {
      setTried(null);
      setRefused(error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken'));
    } finally {
      setBusy(false);
    }
  };
  const count = (what: string) => tried?.rows.filter((row) => row.what === what).length ?? 0;
  const ready = tried !== null && tried.errors.length === 0 && count('new') + count('changed') > 0;
  return (
    <Modal
      open
      width={860}
      title={t('devices.list.import')}
      okText={t('devices.sheet.write')}
      cancelText={t('shared.cancel')}
      okButtonProps={{ disabled: !ready, loading: busy }}
      onOk={() => file && void give(file, false)}
      onCancel={onClose}
    >
      <p>{t('devices.sheet.text')}</p>
      <div className="device-acts">
        <Button icon={<DownloadOutlined />} href="/api/device-sheets/template.xlsx" download>
          {t('devices.sheet.template')}
        </Button>
        <Button
          type={tried ? 'default' : 'primary'}
          icon={<UploadOutlined />}
          loading={busy}
          onClick={() => input.current?.click()}
        >
          {t('devices.sheet.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          className="unseen"
          tabIndex={-1}
          accept=".csv,.xlsx,.gz"
          aria-label={t('devices.sheet.choose')}
          onChange={(event) => {
            const given = event.target.files?.[0];
            event.target.value = '';
            if (!given) return;
            setFile(given);
            void give(given, true);
          }}
        />
        {file && <span className="quiet">{file.name}</span>}
      </div>
      {refused && (
        <p className="device-refused" role="alert">
          {refused}
        </p>
      )}
      {tried && (
        <p aria-live="polite">
          {(['new', 'changed', 'same', 'wrong'] as const)
            .map((what) => t(`devices.sheet.${what}`, { count: count(what) }))
            .join(' · ')}
        </p>
      )}
      {tried && tried.errors.length > 0 && <Errors errors={tried.errors} />}
      {tried && tried.errors.length === 0 && <Changes rows={tried.rows} />}
    </Modal>
  );
}

function Errors({ errors }: { errors: DeviceSheetOutcome['errors'] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <div className="device-sheet">
      <table className="data-table">
        <caption className="unseen">{t('devices.sheet.errors')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('devices.sheet.row')}</th>
            <th scope="col">{t('devices.sheet.column')}</th>
            <th scope="col">{t('devices.sheet.value')}</th>
            <th scope="col">{t('devices.sheet.why')}</th>
          </tr>
        </thead>
        <tbody>
          {errors.slice(0, SHOWN).map((error, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
            <tr key={i}>
              <th scope="row">{error.row}</th>
              <td data-label={t('devices.sheet.column')}>{error.column ?? '—'}</td>
              <td data-label={t('devices.sheet.value')}>{error.value || '—'}</td>
              <td data-label={t('devices.sheet.why')}>{sentence(error.message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {errors.length > SHOWN && <p className="quiet">{t('devices.more', { count: errors.length - SHOWN })}</p>}
    </div>
  );
}

function Changes({ rows }: { rows: DeviceSheetOutcome['rows'] }) {
  const { t } = useTranslation();
  const shown = rows.filter((row) => row.what !== 'same');
  if (shown.length === 0) return <p className="quiet">{t('devices.sheet.nothing')}</p>;
  return (
    <div className="device-sheet">
      <table className="data-table">
        <caption className="unseen">{t('devices.sheet.changes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('devices.code')}</th>
            <th scope="col">{t('devices.sheet.what')}</th>
            <th scope="col">{t('devices.sheet.changes')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, SHOWN).map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.code}</th>
              <td data-label={t('devices.sheet.what')}>{t(`devices.sheet.is.${row.what}`)}</td>
              <td data-label={t('devices.sheet.changes')}>
                {row.changes.map(({ column, before, after }) => (
                  <div key={column}>
                    {column}：{row.what === 'changed' && <del>{before || '—'}</del>} <ins>{after || '—'}</ins>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > SHOWN && <p className="quiet">{t('devices.more', { count: shown.length - SHOWN })}</p>}
    </div>
  );
}
