import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportMapping, ImportPreview } from '#app/api';
import { ApiError } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { useFormat } from '../../shared/format.ts';
import { Panel } from '../../shared/page.tsx';
import { ErrorState, LoadingState } from '../../shared/states.tsx';
import { useUrlValues } from '../../shared/use-url-state.ts';
import { guessQuery, readingQuery, reportOf, startImport, workQuery } from './asked.ts';
import { type Draft, draftOf, mappingOf } from './mapping/columns.ts';
import { Grid } from './mapping/grid.tsx';
import { useKept } from './mapping/kept-draft.ts';
import { MappingFile } from './mapping/mapping-file.tsx';
import { Names } from './mapping/names.tsx';
import { Settings } from './mapping/settings.tsx';
import { Trial } from './trial.tsx';

/** One file on its way in: how it is read, a dry run of it, its import. */
export function Workbench({ fileId }: { fileId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const [{ trial }, set] = useUrlValues();
  const [kept, keep] = useKept(fileId);
  const { data: file, error, refetch } = useQuery(guessQuery(fileId, kept.where));
  const draft = file && (kept.draft ?? draftOf(file.mapping, file.columns));
  const made = draft && mappingOf(draft);
  const mapping = made && 'mapping' in made ? made.mapping : null;
  const reading = useQuery(readingQuery(fileId, mapping));
  const tried = useQuery({ ...workQuery(trial ?? ''), enabled: trial !== undefined });
  const start = useMutation({
    mutationFn: ({ dryRun }: { dryRun: boolean }) => startImport(fileId, mapping!, dryRun),
    onSuccess: ({ workId }, { dryRun }) => {
      if (dryRun) keep({ tried: JSON.stringify(mapping) });
      set(dryRun ? { trial: workId } : { work: workId }, { replace: false });
    },
    onError: (fault) =>
      void message.error(fault instanceof ApiError ? sentence(fault.sentence) : t('shared.states.broken')),
  });
  const leave = () => set({ file: undefined, trial: undefined, work: undefined }, { replace: false });
  if (error) {
    const again = kept.where === undefined ? leave : () => keep({ where: undefined, draft: undefined });
    return (
      <div className="import-stack">
        <ErrorState error={error} onRetry={() => void refetch()} />
        <Button className="obs-alone" onClick={again}>
          {kept.where === undefined ? t('import.obs.otherFile') : t('import.obs.resetWhere')}
        </Button>
      </div>
    );
  }
  if (!file || !draft || !made) return <LoadingState rows={12} height={500} />;
  const change = (next: Draft) => keep({ draft: next });
  const load = (given: ImportMapping) => {
    const lost = lostColumns(given, file);
    if (lost.length > 0) void message.warning(t('import.obs.lostColumns', { columns: lost.join('、') }));
    keep({ draft: draftOf({ ...given, sheet: draft.sheet, headerRow: draft.headerRow }, file.columns) });
  };
  const refused = reading.error instanceof ApiError ? sentence(reading.error.sentence) : null;
  return (
    <div className="import-stack">
      <Panel
        title={file.fileName}
        aside={
          <>
            <FileFacts file={file} />
            <Button size="small" onClick={leave}>
              {t('import.obs.otherFile')}
            </Button>
          </>
        }
      >
        <Warnings file={file} changed={kept.draft !== undefined} />
        <Settings file={file} draft={draft} onChange={change} onWhere={(where) => keep({ where, draft: undefined })} />
      </Panel>
      <Panel
        title={t('import.obs.columns')}
        aside={<MappingFile mapping={mapping} fileName={file.fileName} onLoad={load} />}
        flush
      >
        {'gaps' in made && (
          <Alert
            banner
            type="warning"
            title={`${t('import.obs.lacks')}${made.gaps.map((gap) => t(`import.obs.gaps.${gap}`)).join(t('shared.listComma'))}`}
          />
        )}
        {refused && mapping && <Alert banner type="error" title={refused} />}
        <Grid
          file={file}
          reading={mapping && !reading.error ? (reading.data ?? null) : null}
          draft={draft}
          onChange={change}
        />
      </Panel>
      <Names
        file={file}
        reading={mapping ? (reading.data ?? null) : null}
        report={tried.data ? reportOf(tried.data) : null}
        draft={draft}
        onChange={change}
      />
      <Trial
        work={trial ? tried.data : undefined}
        error={trial ? tried.error : null}
        ready={mapping !== null && !refused}
        stale={kept.tried !== JSON.stringify(mapping)}
        starting={start.isPending}
        onTry={() => start.mutate({ dryRun: true })}
        onImport={() => start.mutate({ dryRun: false })}
      />
    </div>
  );
}

function FileFacts({ file }: { file: ImportPreview }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { content, encoding, separator } = file.kind;
  const kind =
    content === 'xlsx'
      ? 'XLSX'
      : `CSV · ${encoding?.toUpperCase()} · ${t(`import.obs.separators.${NAMES[separator ?? ''] ?? 'comma'}`)}`;
  return (
    <span>
      {number(Math.max(1, Math.round(file.bytes / 1024)))} KB · {kind}
      {file.rowCount !== null && ` · ${t('import.obs.rowCount', { count: file.rowCount })}`}
    </span>
  );
}
const NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** What the guess had to assume, until somebody has changed something. */
function Warnings({ file, changed }: { file: ImportPreview; changed: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (file.warnings.length === 0) return null;
  return (
    <details className="obs-warnings" open={!changed}>
      <summary>{t('import.obs.guessed', { count: file.warnings.length })}</summary>
      <ul>
        {file.warnings.map((warning) => (
          <li key={warning.zh}>{sentence(warning)}</li>
        ))}
      </ul>
    </details>
  );
}

/** Columns that a loaded mapping names and the file does not have. */
function lostColumns(mapping: ImportMapping, file: ImportPreview): string[] {
  const { station, time, channels, item, layout } = mapping;
  const named = [
    ...('column' in station ? [station.column] : 'columns' in station ? station.columns : []),
    ...('column' in time ? [time.column] : Object.values(time)),
    ...(layout === 'wide' ? channels.map((channel) => channel.column) : []),
    ...(item ? [item.column, ...(item.value ? [item.value] : [])] : []),
  ];
  return named.filter((name) => !file.columns.includes(name));
}
