import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectionKindView, InspectionView } from '#app/api';
import { ApiError, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { districtQuery, useMay } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { PageHead, Panel } from '../shared/page.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { AddPhoto, Photos } from './photos.tsx';
import { inspectionQuery, kindsQuery } from './queries.ts';
import { InspectionRows, ResultSign, useTitles } from './rows.tsx';
import './inspections.css';

const route = getRouteApi('/acting/inspections/$id');

/** One visit: answers, findings with their mending, photos, other visits of the same entry. */
export function Page() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const found = useQuery(inspectionQuery(id));
  const kinds = useQuery(kindsQuery);
  if (found.error)
    return (
      <>
        <PageHead
          title={t('inspections.one')}
          crumbs={[{ label: t('shell.pages.inspections.long'), to: '/inspections' }]}
        />
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  const kind = kinds.data?.kinds.find((one) => one.id === found.data?.kind);
  if (!found.data || kinds.isPending) return <LoadingState rows={10} height={500} />;
  return <Visit visit={found.data} kind={kind} />;
}

function Visit({ visit, kind }: { visit: InspectionView; kind: InspectionKindView | undefined }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date, number } = useFormat();
  const titles = useTitles();
  const may = useMay('inspection.make');
  const item = (id: string) => kind?.checklist.find((one) => one.id === id);
  return (
    <>
      <PageHead
        title={visit.name || `#${visit.id}`}
        crumbs={[{ label: t('shell.pages.inspections.long'), to: '/inspections' }]}
        aside={
          visit.withdrawn ? <span className="quiet">⊘ {t('inspections.withdrawn')}</span> : <ResultSign row={visit} />
        }
        text={`${kind ? sentence(kind.title) : visit.kind} · ${date(visit.visitedOn)} ${visit.visitedAt ?? ''} · ${titles.unit(visit.unit)}`}
        actions={
          <>
            {visit.ledger && visit.entryId && (
              <Link to="/ledgers/$ledger" params={{ ledger: visit.ledger }} search={{ entry: String(visit.entryId) }}>
                <Button>{t('inspections.openEntry')}</Button>
              </Link>
            )}
            {may && !visit.withdrawn && (
              <Link
                to="/inspections/new"
                search={{
                  kind: visit.kind,
                  ledger: visit.ledger ?? undefined,
                  entry: visit.entryId ? String(visit.entryId) : undefined,
                  name: visit.name,
                  follows: String(visit.id),
                }}
              >
                <Button>{t('inspections.again')}</Button>
              </Link>
            )}
            <Button onClick={() => window.print()}>{t('inspections.print')}</Button>
          </>
        }
      />
      <div className="inspection-one">
        <div>
          {visit.withdrawn && (
            <p role="status" className="inspection-open">
              {t('inspections.withdrawnWhy', { name: visit.withdrawn.by, reason: visit.withdrawn.reason })}
            </p>
          )}
          <Panel title={t('inspections.found', { count: visit.found.length })}>
            {visit.found.length === 0 && <p className="inspection-sound">● {t('inspections.results.sound')}</p>}
            <ul className="inspection-found">
              {visit.found.map((one) => (
                <li key={one.id}>
                  <strong>
                    {sentence(item(one.item)?.title ?? { zh: one.item, en: one.item })}
                    {one.severity === 'serious' && <span className="inspection-open"> {t('inspections.serious')}</span>}
                  </strong>
                  {item(one.item)?.basis && <span className="quiet"> {item(one.item)!.basis}</span>}
                  {one.words && <p>{one.words}</p>}
                  {one.mendedOn ? (
                    <p className="inspection-mended">
                      ◐ {t('inspections.mendedOn', { date: date(one.mendedOn), name: one.mendedBy ?? '' })}{' '}
                      {one.mendedWords}
                    </p>
                  ) : (
                    <p className="inspection-open">▲ {t('inspections.dueOn', { date: date(one.dueOn) })}</p>
                  )}
                  {!one.mendedOn && visit.mayMend && <Mend visit={visit} finding={one.id} />}
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('inspections.photos', { count: visit.photos.length })}>
            <Photos visit={visit} />
            {visit.mayMend && <AddPhoto visit={visit} />}
          </Panel>
          {visit.others.length > 0 && (
            <Panel flush title={t('inspections.others')}>
              <InspectionRows rows={visit.others} />
            </Panel>
          )}
        </div>
        <aside>
          <Panel title={t('inspections.answers')}>
            <ul className="inspection-answers">
              {Object.entries(visit.answers).map(([id, answer]) => (
                <li key={id} className={answer}>
                  <span aria-hidden>{answer === 'yes' ? '✓' : answer === 'no' ? '✗' : '–'}</span>{' '}
                  {sentence(item(id)?.title ?? { zh: id, en: id })}
                  <span className="unseen"> {t(`inspections.answer.${answer}`)}</span>
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('inspections.facts')}>
            <dl className="inspection-facts">
              <dt>{t('inspections.street')}</dt>
              <dd>{titles.street(visit.street)}</dd>
              <dt>{t('inspections.by')}</dt>
              <dd>{visit.by}</dd>
              {visit.joint.length > 0 && (
                <>
                  <dt>{t('inspections.joint')}</dt>
                  <dd>{visit.joint.map(titles.unit).join('、')}</dd>
                </>
              )}
              {visit.penalty && (
                <>
                  <dt>{t('inspections.penalty')}</dt>
                  <dd>
                    {number(visit.penalty)} {t('inspections.yuan')}
                  </dd>
                </>
              )}
              {kind?.columns.map(
                (column) =>
                  visit.values[column.id] !== undefined && (
                    <FactOf key={column.id} column={column} value={visit.values[column.id]} />
                  ),
              )}
              {visit.followsId && (
                <>
                  <dt>{t('inspections.follows')}</dt>
                  <dd>
                    <Link to="/inspections/$id" params={{ id: String(visit.followsId) }}>
                      #{visit.followsId}
                    </Link>
                  </dd>
                </>
              )}
            </dl>
            {visit.words && <p>{visit.words}</p>}
            {visit.mayMend && <Withdraw visit={visit} />}
          </Panel>
        </aside>
      </div>
    </>
  );
}

function FactOf({ column, value }: { column: InspectionKindView['columns'][number]; value: unknown }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const choice = column.choices.find((one) => one.id === value);
  const shown = choice
    ? sentence(choice.title)
    : typeof value === 'boolean'
      ? t(value ? 'ledgers.yes' : 'ledgers.no')
      : String(value);
  return (
    <>
      <dt>{sentence(column.title)}</dt>
      <dd>
        {shown} {column.unit}
      </dd>
    </>
  );
}

function Mend({ visit, finding }: { visit: InspectionView; finding: number }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const today = useQuery(districtQuery).data?.today ?? visit.visitedOn;
  const [words, setWords] = useState('');
  const act = useMutation({
    mutationFn: () => send('POST', `/api/inspections/${visit.id}/findings/${finding}/mend`, { on: today, words }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['inspections'] }),
  });
  return (
    <form
      className="inspection-mend"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <Input
        value={words}
        maxLength={1000}
        placeholder={t('inspections.mendWords')}
        aria-label={t('inspections.mendWords')}
        onChange={({ target }) => setWords(target.value)}
      />
      <Button htmlType="submit" disabled={!words.trim()} loading={act.isPending}>
        {t('inspections.mend')}
      </Button>
      {act.error instanceof ApiError && <p role="alert">{sentence(act.error.sentence)}</p>}
    </form>
  );
}

function Withdraw({ visit }: { visit: InspectionView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const act = useMutation({
    mutationFn: () => send('POST', `/api/inspections/${visit.id}/withdraw`, { reason: reason.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['inspections'] }),
  });
  return (
    <Popconfirm
      title={t('inspections.withdrawAsk')}
      description={
        <Input
          value={reason}
          maxLength={500}
          placeholder={t('inspections.reason')}
          aria-label={t('inspections.reason')}
          onChange={({ target }) => setReason(target.value)}
        />
      }
      okText={t('inspections.withdraw')}
      cancelText={t('inspections.cancel')}
      okButtonProps={{ disabled: !reason.trim() }}
      onConfirm={() => act.mutateAsync()}
    >
      <Button type="link" danger size="small" className="inspection-withdraw">
        {t('inspections.withdraw')}
      </Button>
    </Popconfirm>
  );
}
