import { InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScorePage, ScoreWeights } from '#app/api';
import { useMay } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { Act } from './act.tsx';

const PARTS = ['lamps', 'reports', 'letters', 'extensions', 'ledgers', 'findings'] as const;

/** The weights in force, what they were, and the air office's change with its reason. */
export function Weights({ page }: { page: ScorePage }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const may = useMay('supervision.issue');
  const [weights, setWeights] = useState<ScoreWeights>(page.weights);
  const said = (of: ScoreWeights) =>
    PARTS.map((part) => `${t(`supervision.scores.parts.${part}`)} ${of[part]}`).join(' · ');
  return (
    <Panel title={t('supervision.scores.weights')}>
      <p>{said(page.weights)}</p>
      {may && (
        <div className="matter-acts">
          {PARTS.map((part) => (
            <span key={part}>
              {t(`supervision.scores.parts.${part}`)}{' '}
              <InputNumber
                aria-label={t(`supervision.scores.parts.${part}`)}
                min={0}
                max={1000}
                value={weights[part]}
                onChange={(value) => setWeights({ ...weights, [part]: value ?? 0 })}
              />
            </span>
          ))}
          <Act
            ask="must"
            label={t('supervision.scores.change')}
            path="/api/supervision/weights"
            body={(reason) => ({ weights, reason })}
          />
        </div>
      )}
      {page.history.map((row) => (
        <p key={`${row.fromDay} ${said(row.weights)}`} className="quiet">
          {date(row.fromDay)} · {said(row.weights)} · {row.by} · {row.reason}
        </p>
      ))}
    </Panel>
  );
}
