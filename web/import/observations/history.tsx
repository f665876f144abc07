import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordSource } from '#app/api';
import { useSentence } from '../../app/language.ts';
import { useMay } from '../../app/queries.ts';
import { useFormat } from '../../shared/format.ts';
import { ProvenanceTag } from '../../shared/provenance-tag.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { useUrlValues } from '../../shared/use-url-state.ts';
import { sourcesQuery } from './asked.ts';
import { draftOf } from './mapping/columns.ts';
import { keep } from './mapping/kept-draft.ts';
import { saveMapping } from './mapping/mapping-file.tsx';
import { useNameOf } from './mapping/quantities.ts';
import '../../shared/data-table.css';

/** Where all records came from, newest first: who, when, which file, what came of it, how it was read. */
export function History() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(sourcesQuery);
  const [shown, show] = useState<RecordSource | null>(null);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <LoadingState rows={4} />;
  if (data.length === 0)
    return <EmptyState compact title={t('import.obs.noHistory')} text={t('import.obs.noHistoryText')} />;
  return (
    <>
      <table className="data-table">
        <caption className="unseen">{t('import.obs.history')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('import.obs.source')}</th>
            <th scope="col">{t('import.obs.span')}</th>
            <th scope="col">{t('import.obs.outcome')}</th>
            <th scope="col">{t('import.obs.by')}</th>
            <th scope="col">
              <span className="unseen">{t('import.obs.mapping')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.map((source) => (
            <Row key={source.id} source={source} onShow={() => show(source)} />
          ))}
        </tbody>
      </table>
      <MappingDialog source={shown} onClose={() => show(null)} />
    </>
  );
}

function Row({ source, onShow }: { source: RecordSource; onShow: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { time, number } = useFormat();
  const { report, mapping } = source;
  return (
    <tr>
      <th scope="row">
        {source.kind === 'import' ? sentence(source.label) : t(`import.obs.kinds.${source.kind}`)}
        {(source.kind === 'replay' || source.kind === 'simulated') && (
          <>
            {' '}
            <ProvenanceTag provenance={[{ kind: source.kind, label: source.label }]} />
          </>
        )}
      </th>
      <td data-label={t('import.obs.span')}>
        {report?.from ? (
          <span>
            {time(report.from).slice(0, -6)}
            <br className="wide-only" /> – {time(report.until).slice(0, -6)}
          </span>
        ) : (
          '—'
        )}
      </td>
      <td data-label={t('import.obs.outcome')}>
        {report ? (
          <span>
            {t('import.obs.counts', {
              inserted: number(report.inserted),
              changed: number(report.changed),
              unchanged: number(report.unchanged),
            })}
            {report.refused > 0 && (
              <>
                {t('shared.listComma')}
                <span className="obs-wrong">{t('import.obs.countRefused', { count: number(report.refused) })}</span>
              </>
            )}
          </span>
        ) : (
          '—'
        )}
      </td>
      <td data-label={t('import.obs.by')}>
        <span>
          {source.createdBy && source.createdBy !== 'system' ? source.createdBy : t('system.jobs.system')}
          <br className="wide-only" /> <span className="quiet">{time(source.createdAt)}</span>
        </span>
      </td>
      <td className="acts">
        {mapping && (
          <Button size="small" onClick={onShow}>
            {t('import.obs.details')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function MappingDialog({ source, onClose }: { source: RecordSource | null; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [, set] = useUrlValues();
  const nameOf = useNameOf();
  const mayFile = useMay('files.read');
  const mapping = source?.mapping;
  const fileId = source?.fileId;
  return (
    <Modal
      open={!!mapping}
      title={source ? sentence(source.label) : ''}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {source && mapping && (
        <div className="obs-mapping">
          <dl>
            <dt>{t('import.obs.layout')}</dt>
            <dd className="obs-mapping-said">{t(`import.obs.layouts.${mapping.layout ?? 'wide'}`)}</dd>
            <dt>{t('import.obs.hours')}</dt>
            <dd className="obs-mapping-said">
              {mapping.hours} · {t(`import.obs.stamps.${mapping.stamp ?? 'start'}`)} · UTC
              {(mapping.utcOffset ?? 8) < 0 ? '−' : '+'}
              {Math.abs(mapping.utcOffset ?? 8)}
            </dd>
            <dt>{t('import.obs.quantity')}</dt>
            <dd className="obs-mapping-said">
              {(mapping.channels ?? []).map((c) => `${c.column} → ${nameOf(c.pollutant)} (${c.unit})`).join('；')}
            </dd>
            {Object.keys(mapping.stations ?? {}).length > 0 && (
              <>
                <dt>{t('import.obs.stationNames')}</dt>
                <dd className="obs-mapping-said">
                  {Object.entries(mapping.stations ?? {})
                    .map(([name, code]) => `${name} → ${code}`)
                    .join('；')}
                </dd>
              </>
            )}
            <dt>{t('import.obs.missing')}</dt>
            <dd className="obs-mapping-said">{(mapping.missing ?? []).filter((mark) => mark !== '').join(' ')}</dd>
          </dl>
          <div className="obs-acts">
            <Button onClick={() => void saveMapping(mapping, source.label.zh.replace(/^导入 /, ''))}>
              {t('import.obs.saveMapping')}
            </Button>
            {fileId && mayFile && (
              <Button href={`/api/files/${fileId}`} download>
                {t('import.obs.sourceFile')}
              </Button>
            )}
            {source.workId && <OutcomeButton workId={source.workId} />}
            {fileId && (
              <Button
                type="primary"
                onClick={() => {
                  const columns = columnsOf(mapping);
                  keep(fileId, {
                    where: { sheet: mapping.sheet, headerRow: mapping.headerRow },
                    draft: draftOf(mapping, columns),
                  });
                  onClose();
                  set({ file: fileId, trial: undefined, work: undefined }, { replace: false });
                }}
              >
                {t('import.obs.again')}
              </Button>
            )}
          </div>
        </div>
      )}
    </Modal>
  );
}

function OutcomeButton({ workId }: { workId: string }) {
  const { t } = useTranslation();
  const [, set] = useUrlValues();
  return <Button onClick={() => set({ work: workId }, { replace: false })}>{t('import.obs.result')}</Button>;
}

/** The columns that a mapping names: enough to show it again over its file. */
function columnsOf({ station, time, channels, item, layout }: NonNullable<RecordSource['mapping']>): string[] {
  return [
    ...(station && 'column' in station ? [station.column] : []),
    ...(station && 'columns' in station ? station.columns : []),
    ...(time ? ('column' in time ? [time.column] : Object.values(time)) : []),
    ...(layout === 'wide' ? (channels ?? []).map((channel) => channel.column) : []),
    ...(item ? [item.column, ...(item.value ? [item.value] : [])] : []),
  ];
}
