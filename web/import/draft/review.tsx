import { useQuery } from '@tanstack/react-query';
import { Alert, Grid, Segmented, Switch } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '#app/api';
import { useSentence } from '../../app/language.ts';
import { districtQuery } from '../../app/queries.ts';
import { useUrlState } from '../../shared/use-url-state.ts';
import { useDraftActs } from './acts.ts';
import { AdoptDialog } from './adopt.tsx';
import { DocumentGrid } from './document.tsx';
import { DoubtBar } from './doubt-bar.tsx';
import { ReviewHead } from './head.tsx';
import { History } from './history.tsx';
import { type DocumentCell, fieldsOf, neighbour, placeOfField } from './places.ts';
import { Result } from './result.tsx';
import './review.css';

/** Document and result side by side; n and p walk through what is uncertain. */
export function Review({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const wide = Grid.useBreakpoint().lg ?? window.innerWidth >= 992;
  const today = useQuery(districtQuery).data?.today;
  const acts = useDraftActs(draft.id);
  const [at, setAt] = useUrlState('at');
  const [pane, setPane] = useUrlState('pane', 'result');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [dialog, setDialog] = useState<'adopt' | 'history' | null>(null);
  const place = useMemo(() => (at ? placeOfField(draft, at) : null), [draft, at]);
  const walk = useCallback(
    (step: 1 | -1) => {
      const next = neighbour(draft, at, step);
      if (next) setAt(next);
    },
    [draft, at, setAt],
  );
  const onCell = useCallback(
    (table: number, cell: DocumentCell) => {
      const path = fieldAtCell(draft, table, cell);
      if (path) setAt(path);
    },
    [draft, setAt],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const on = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || on.closest('input, textarea, form, [role=dialog]')) return;
      if (event.key === 'n' || event.key === 'p') {
        walk(event.key === 'n' ? 1 : -1);
        event.preventDefault();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [walk]);

  const document = <DocumentGrid document={draft.document} place={place} onCell={onCell} />;
  const result = (
    <Result draft={draft} at={at} onlyOpen={onlyOpen} act={acts.mutate} saving={acts.isPending} onSelect={setAt} />
  );
  return (
    <div className="review">
      <ReviewHead draft={draft} onAdopt={() => setDialog('adopt')} onHistory={() => setDialog('history')} />
      {draft.warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="review-warnings"
          title={draft.warnings.map((warning) => <div key={warning.zh}>{sentence(warning)}</div>)}
        />
      )}
      <div className="review-bar">
        <DoubtBar draft={draft} at={at} onWalk={walk} />
        <span className="review-switch">
          <Switch size="small" aria-label={t('import.review.onlyOpen')} checked={onlyOpen} onChange={setOnlyOpen} />
          {t('import.review.onlyOpen')}
        </span>
        {!wide && (
          <Segmented
            block
            value={pane}
            options={[
              { value: 'result', label: t('import.review.result') },
              { value: 'document', label: t('import.review.document') },
            ]}
            onChange={setPane}
          />
        )}
      </div>
      {wide ? (
        <div className="review-sides">
          {document}
          {result}
        </div>
      ) : (
        <div className="review-one">{pane === 'document' ? document : result}</div>
      )}
      {dialog === 'adopt' && today && <AdoptDialog draft={draft} today={today} onClose={() => setDialog(null)} />}
      <History draft={draft} open={dialog === 'history'} act={acts.mutate} onClose={() => setDialog(null)} />
    </div>
  );
}

/** The finding that was read from a cell, if there is one. */
function fieldAtCell(draft: Draft, table: number, cell: DocumentCell): string | null {
  const found = fieldsOf(draft).find((field) => {
    const place = placeOfField(draft, field.path);
    return place?.table === table && place.cell.row === cell.row && place.cell.column === cell.column;
  });
  return found?.path ?? null;
}
