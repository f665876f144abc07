import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Space } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, LedgerImport } from '#app/api';
import { ApiError, send, upload } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { LoadingState } from '../shared/states.tsx';
import { progressQuery } from './queries.ts';
import '../shared/data-table.css';

type Kept = { fileId: string; name: string };

/** A file into a ledger: chosen, tried without keeping anything, its faults row by row, then kept. */
export default function ImportDialog({ definition, onClose }: { definition: LedgerDefinition; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const [file, setFile] = useState<Kept | null>(null);
  const [workId, setWorkId] = useState<string | null>(null);
  const own = `/api/ledgers/${definition.id}`;
  const begin = async (given: Kept, dryRun: boolean) => {
    const { workId: id } = await send<{ workId: string }>('POST', `${own}/imports`, { fileId: given.fileId, dryRun });
    setWorkId(id);
  };
  const choose = useMutation({
    mutationFn: async (chosen: File) => {
      const kept = await upload<Kept>(`${own}/files`, chosen);
      setFile(kept);
      await begin(kept, true);
    },
  });
  const keep = useMutation({ mutationFn: () => begin(file!, false) });
  const progress = useQuery(progressQuery(definition.id, workId)).data;
  const report = progress?.report;
  const running = workId !== null && (!progress || progress.state === 'waiting' || progress.state === 'running');
  const kept = report && !report.dryRun;
  useEffect(() => {
    if (kept) void client.invalidateQueries({ queryKey: ['ledgers'] });
  }, [kept, client]);
  const error = choose.error ?? keep.error;
  const refused = error instanceof ApiError ? sentence(error.sentence) : error ? String(error) : null;
  return (
    <Modal
      open
      title={t('ledgers.importInto', { ledger: sentence(definition.title) })}
      onCancel={onClose}
      footer={null}
      width={760}
      destroyOnHidden
    >
      <div className="ledger-import">
        <p className="quiet">{t('ledgers.importHelp')}</p>
        <input
          type="file"
          aria-label={t('ledgers.file')}
          accept=".xlsx,.csv,.gz"
          disabled={running || choose.isPending}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) choose.mutate(chosen);
          }}
        />
        {refused && <Alert type="error" showIcon title={refused} />}
        {progress?.refusal && <Alert type="error" showIcon title={sentence(progress.refusal)} />}
        {(running || choose.isPending) && (
          <>
            <LoadingState rows={2} />
            {progress && progress.done > 0 && (
              <p className="quiet">{t('ledgers.rowsRead', { count: progress.done })}</p>
            )}
          </>
        )}
        {report && !running && <Report definition={definition} report={report} />}
        <Space wrap>
          {report?.dryRun && !running && report.created + report.changed + report.unchanged > 0 && (
            <Button type="primary" loading={keep.isPending} onClick={() => keep.mutate()}>
              {t('ledgers.importKeep', { count: report.created + report.changed })}
            </Button>
          )}
          {report && report.faultCount > 0 && workId && (
            <Button href={`${own}/imports/${workId}/errors.csv`} download>
              {t('ledgers.errorSheet')}
            </Button>
          )}
          {kept && <Button onClick={onClose}>{t('ledgers.close')}</Button>}
        </Space>
      </div>
    </Modal>
  );
}

function Report({ definition, report }: { definition: LedgerDefinition; report: LedgerImport }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const unknown = report.headings.filter(({ column, heading }) => column === null && heading !== '');
  return (
    <>
      <Alert
        showIcon
        type={report.faulty > 0 ? 'warning' : 'success'}
        title={t(report.dryRun ? 'ledgers.tried' : 'ledgers.imported', {
          rows: report.rows,
          created: report.created,
          changed: report.changed,
          unchanged: report.unchanged,
          faulty: report.faulty,
        })}
        description={
          unknown.length > 0
            ? t('ledgers.unknownHeadings', { headings: unknown.map(({ heading }) => heading).join('、') })
            : undefined
        }
      />
      {report.faults.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        <section className="ledger-faults" tabIndex={0} aria-label={t('ledgers.faults')}>
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{t('ledgers.row')}</th>
                <th scope="col">{t('ledgers.column')}</th>
                <th scope="col">{t('ledgers.value')}</th>
                <th scope="col">{t('ledgers.fault')}</th>
              </tr>
            </thead>
            <tbody>
              {report.faults.map((fault, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and a row may have several faults
                <tr key={i}>
                  <th scope="row">{fault.row}</th>
                  <td data-label={t('ledgers.column')}>
                    {fault.column === 'place'
                      ? t('ledgers.place')
                      : sentence(definition.columns.find(({ id }) => id === fault.column)?.title) || '—'}
                  </td>
                  <td data-label={t('ledgers.value')}>{fault.value || '—'}</td>
                  <td data-label={t('ledgers.fault')}>{sentence(fault.message)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
