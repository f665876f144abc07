import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorState, MeasureTarget } from '#app/api';
import { ApiError, send } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { useMay } from '../../app/queries.ts';
import { useFormat } from '../../shared/format.ts';
import { Panel } from '../../shared/page.tsx';
import { ErrorState } from '../../shared/states.tsx';
import { targetsQuery } from '../queries.ts';

const TargetForm = lazy(() => import('./form.tsx'));
type Props = { year: string; id: string; indicators: readonly IndicatorState[] };

/** What letters assign to the measure and how it is planned by month; entered with the letter by who may. */
export function TargetsPanel({ year, id, indicators }: Props) {
  const { t } = useTranslation();
  const may = useMay('target.assign');
  const [entering, setEntering] = useState(false);
  const { data, error, refetch } = useQuery(targetsQuery(year, id));
  const waits = indicators.some(({ target }) => target?.operator === 'assigned');
  if (indicators.length === 0 || (!may && !waits && !data?.targets.length)) return null;
  return (
    <Panel
      title={t('measure.targets.title')}
      aside={
        may &&
        !entering && (
          <Button size="small" onClick={() => setEntering(true)}>
            {t('measure.targets.enter')}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {waits && <p className="measure-waits">{t('measure.targets.waits')}</p>}
      {entering && (
        <Suspense>
          <TargetForm year={year} id={id} indicators={indicators} onClose={() => setEntering(false)} />
        </Suspense>
      )}
      {data && data.targets.length === 0 && !waits && <p className="quiet">{t('measure.targets.none')}</p>}
      <ul className="measure-target-list">
        {data?.targets.map((target) => (
          <Target key={target.id} target={target} year={year} id={id} indicators={indicators} may={may} />
        ))}
      </ul>
    </Panel>
  );
}

function Target({ target, year, id, indicators, may }: Props & { target: MeasureTarget; may: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date, number } = useFormat();
  const indicator = indicators.find((one) => one.id === target.indicatorId);
  return (
    <li className={target.withdrawn ? 'struck' : undefined}>
      <div>
        {indicator && <span className="quiet">{sentence(indicator.title)}</span>}{' '}
        {target.value !== null && (
          <strong>
            {number(target.value)} {target.unit}
          </strong>
        )}
        {target.months && (
          <span className="measure-months" title={t('measure.targets.months')}>
            {t('measure.targets.months')} {target.months.join(' · ')}
          </span>
        )}
      </div>
      <div className="quiet">
        {target.letter && <span>{target.letter} </span>}
        {t('measure.targets.from', { date: date(target.inForceOn) })}{' '}
        {target.file && (
          <a href={`/api/files/${target.file.id}`} download={target.file.name}>
            {target.file.name}
          </a>
        )}{' '}
        {t('measure.targets.by', { name: target.setBy })}
        {target.note && ` · ${target.note}`}
      </div>
      {target.withdrawn ? (
        <div className="quiet">
          {t('measure.targets.withdrawn', { name: target.withdrawn.by, reason: target.withdrawn.reason })}
        </div>
      ) : (
        may && <Withdraw target={target} year={year} id={id} />
      )}
    </li>
  );
}

function Withdraw({ target, year, id }: { target: MeasureTarget; year: string; id: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const act = useMutation({
    mutationFn: () => send('POST', `/api/targets/${target.id}/withdraw`, { reason: reason.trim() }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: targetsQuery(year, id).queryKey });
      void client.invalidateQueries({ queryKey: ['plans', Number(year)] });
    },
  });
  return (
    <Popover
      trigger="click"
      content={
        <div className="measure-withdraw">
          <Input.TextArea
            aria-label={t('measure.targets.reason')}
            placeholder={t('measure.targets.reason')}
            maxLength={500}
            value={reason}
            onChange={({ target: { value } }) => setReason(value)}
          />
          {act.error instanceof ApiError && <p role="alert">{sentence(act.error.sentence)}</p>}
          <Button size="small" danger disabled={!reason.trim()} loading={act.isPending} onClick={() => act.mutate()}>
            {t('measure.targets.withdraw')}
          </Button>
        </div>
      }
    >
      <Button type="link" size="small" className="measure-undo">
        {t('measure.targets.withdraw')}
      </Button>
    </Popover>
  );
}
