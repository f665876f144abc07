import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '#app/api';
import { Panel } from '../../shared/page.tsx';
import { useUrlValues } from '../../shared/use-url-state.ts';
import { DropZone } from '../drop-zone.tsx';
import { guessQuery } from './asked.ts';
import { History } from './history.tsx';
import { Outcome } from './outcome.tsx';
import { UnderWay } from './under-way.tsx';
import { Workbench } from './workbench.tsx';
import './observations.css';

/** Files of measurements: chosen, mapped, tried, imported; below, where all records came from. */
export function ObservationImport() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [{ file, work }, set] = useUrlValues();
  if (work)
    return <Outcome workId={work} onAgain={() => set({ file: undefined, trial: undefined, work: undefined })} />;
  if (file) return <Workbench key={file} fileId={file} />;
  return (
    <div className="import-stack">
      <DropZone<ImportPreview>
        to="/api/observations/files"
        accept=".csv,.gz,.xlsx,.txt,.tsv"
        title={t('import.obs.drop')}
        text={t('import.obs.dropText')}
        onDone={(preview) => {
          client.setQueryData(guessQuery(preview.fileId).queryKey, preview);
          set({ file: preview.fileId, trial: undefined, work: undefined }, { replace: false });
        }}
      />
      <UnderWay />
      <Panel title={t('import.obs.history')} flush>
        <History />
      </Panel>
    </div>
  );
}
