import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Space } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, LedgerFileLook } from '#app/api';
import { ApiError, get, send, upload } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { LoadingState } from '../../shared/states.tsx';
import { progressQuery } from '../queries.ts';
import { absentOf, type Chosen, chosenOf, Mapping, type Where } from './mapping.tsx';
import { Report } from './report.tsx';
import { type Meanings, Strange } from './strange.tsx';
import '../../shared/data-table.css';

type Asked = { fileId: string; look: LedgerFileLook; chosen: Chosen; meanings: Meanings };

/** A file into a ledger: chosen, its columns told, tried without keeping anything, its faults row by row, then kept. */
export default function ImportDialog({ definition, onClose }: { definition: LedgerDefinition; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [mapping, setMapping] = useState(false);
  const [workId, setWorkId] = useState<string | null>(null);
  const own = `/api/ledgers/${definition.id}`;
  const begin = useMutation({
    mutationFn: async ({ dryRun, fileId, look, chosen, meanings }: Asked & { dryRun: boolean }) => {
      const { workId: id } = await send<{ workId: string }>('POST', `${own}/imports`, {
        fileId,
        dryRun,
        sheet: look.sheet ?? undefined,
        headerRow: look.headerRow,
        headings: chosen,
        meanings,
      });
      setMapping(false);
      setWorkId(id);
    },
  });
  const look = useMutation({
    mutationFn: async ({ fileId, where, first }: { fileId: string; where: Where; first: boolean }) => {
      const seen = await get<LedgerFileLook>(`${own}/files/${fileId}`, where);
      const given = { fileId, look: seen, chosen: chosenOf(seen), meanings: {} };
      setAsked(given);
      const clear = absentOf(definition, given.chosen).length === 0 && !seen.headings.some(({ guessed }) => guessed);
      if (first && clear) await begin.mutateAsync({ ...given, dryRun: true }).catch(() => undefined);
      else setMapping(true);
    },
  });
  const choose = useMutation({
    mutationFn: async (file: File) => {
      setAsked(null);
      setMapping(false);
      setWorkId(null);
      const { fileId } = await upload<{ fileId: string }>(`${own}/files`, file);
      await look.mutateAsync({ fileId, where: {}, first: true }).catch(() => undefined);
    },
  });
  const stop = useMutation({
    mutationFn: () => send('POST', `${own}/imports/${workId}/cancel`),
    onSettled: () => client.invalidateQueries({ queryKey: ['ledgers', definition.id, 'import', workId] }),
  });
  const progress = useQuery(progressQuery(definition.id, workId)).data;
  const report = progress?.report;
  const running = workId !== null && (!progress || progress.state === 'waiting' || progress.state === 'running');
  const kept = report && !report.dryRun;
  const busy = running || choose.isPending || look.isPending || begin.isPending;
  useEffect(() => {
    if (kept) void client.invalidateQueries({ queryKey: ['ledgers'] });
  }, [kept, client]);
  const error = choose.error ?? look.error ?? begin.error ?? stop.error;
  const refused = error instanceof ApiError ? sentence(error.sentence) : error ? String(error) : null;
  const useful = report?.dryRun && report.created + report.changed + report.unchanged > 0;
  return (
    <Modal
      open
      title={t('ledgers.importInto', { ledger: sentence(definition.title) })}
      onCancel={onClose}
      footer={null}
      width={860}
      destroyOnHidden
    >
      <div className="ledger-import">
        <p className="quiet">{t('ledgers.importHelp')}</p>
        <input
          type="file"
          aria-label={t('ledgers.file')}
          accept=".xlsx,.csv,.gz"
          disabled={busy}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) choose.mutate(chosen);
          }}
        />
        {refused && !busy && <Alert type="error" showIcon title={refused} />}
        {progress?.refusal && <Alert type="error" showIcon title={sentence(progress.refusal)} />}
        {progress?.state === 'cancelled' && !progress.refusal && (
          <Alert type="info" showIcon title={t('ledgers.importStopped')} />
        )}
        {mapping && asked && (
          <Mapping
            definition={definition}
            look={asked.look}
            chosen={asked.chosen}
            busy={busy}
            onChange={(chosen) => setAsked({ ...asked, chosen })}
            onWhere={(where) => look.mutate({ fileId: asked.fileId, where, first: false })}
            onTry={() => begin.mutate({ ...asked, dryRun: true })}
          />
        )}
        {busy && !mapping && (
          <div role="status">
            <LoadingState rows={2} />
            {running && (
              <Space>
                {progress && progress.done > 0 && (
                  <span className="quiet">{t('ledgers.rowsRead', { count: progress.done })}</span>
                )}
                <Button size="small" loading={stop.isPending} onClick={() => stop.mutate()}>
                  {t('ledgers.importCancel')}
                </Button>
              </Space>
            )}
          </div>
        )}
        {report && !running && !mapping && <Report definition={definition} report={report} />}
        {report?.dryRun && !busy && !mapping && asked && report.strange.length > 0 && (
          <Strange
            definition={definition}
            words={report.strange}
            meanings={asked.meanings}
            onRetry={(meanings) => {
              setAsked({ ...asked, meanings });
              begin.mutate({ ...asked, meanings, dryRun: true });
            }}
          />
        )}
        {!mapping && !busy && (
          <Space wrap>
            {useful && asked && (
              <Button type="primary" onClick={() => begin.mutate({ ...asked, dryRun: false })}>
                {t('ledgers.importKeep', { count: report.created + report.changed })}
              </Button>
            )}
            {asked && !kept && <Button onClick={() => setMapping(true)}>{t('ledgers.mapping.change')}</Button>}
            {report && report.faultCount > 0 && workId && (
              <Button href={`${own}/imports/${workId}/errors.csv`} download>
                {t('ledgers.errorSheet')}
              </Button>
            )}
            {kept && <Button onClick={onClose}>{t('ledgers.close')}</Button>}
          </Space>
        )}
      </div>
    </Modal>
  );
}
