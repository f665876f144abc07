import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { districtQuery } from '../../app/queries.ts';
import { PageHead, Panel } from '../../shared/page.tsx';
import { ErrorState, LoadingState, NoPermission } from '../../shared/states.tsx';
import { kindsQuery } from '../queries.ts';
import { type Answer, Checklist } from './checklist.tsx';
import { Columns } from './columns.tsx';
import { keepWaiting, sendWaiting, type Waiting } from './outbox.ts';
import { Outbox } from './outbox-panel.tsx';
import { type Picture, Pictures } from './pictures.tsx';
import { type Visited, VisitedField } from './visited.tsx';
import '../inspections.css';

const route = getRouteApi('/acting/inspections/new');

/** A visit written down where it is made: whom, the check-list, pictures; kept on the phone until it is sent. */
export function Page() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const search = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const kinds = useQuery(kindsQuery);
  const today = useQuery(districtQuery).data?.today ?? '';
  const [clientId, setClientId] = useState(() => crypto.randomUUID());
  const [visited, setVisited] = useState<Visited | null>(
    search.ledger && search.entry
      ? { ledger: search.ledger, id: Number(search.entry), name: search.name ?? `#${search.entry}` }
      : null,
  );
  const [answers, setAnswers] = useState<Record<string, Answer>>({});
  const [words, setWords] = useState<Record<string, string>>({});
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [pictures, setPictures] = useState<Picture[]>([]);
  const [said, setSaid] = useState<{ tone: 'open' | 'sound'; text: string } | null>(null);
  const [sending, setSending] = useState(false);
  if (kinds.error) return <ErrorState error={kinds.error} onRetry={() => void kinds.refetch()} />;
  if (!kinds.data) return <LoadingState rows={8} height={400} />;
  if (!kinds.data.mayMake)
    return (
      <>
        <PageHead
          title={t('inspections.new')}
          crumbs={[{ label: t('shell.pages.inspections.long'), to: '/inspections' }]}
        />
        <NoPermission />
      </>
    );
  const kind = kinds.data.kinds.find(({ id }) => id === search.kind);
  const unanswered = kind?.checklist.filter(({ id }) => !answers[id]).length ?? 0;
  const lacking = kind?.columns.some(({ id, required }) => required && !values[id]) ?? false;
  const ready = kind !== undefined && visited !== null && unanswered === 0 && !lacking;
  const submit = async () => {
    if (!kind || !visited) return;
    setSending(true);
    const now = new Date(Date.now() + 8 * 3_600_000).toISOString();
    const one: Waiting = {
      title: `${sentence(kind.title)} · ${visited.name}`,
      given: {
        kind: kind.id,
        clientId,
        ledger: 'ledger' in visited ? visited.ledger : null,
        entryId: 'ledger' in visited ? visited.id : null,
        name: 'ledger' in visited ? null : visited.name,
        street: 'ledger' in visited ? null : visited.street,
        visitedOn: today,
        visitedAt: now.slice(11, 16),
        answers,
        findings: words,
        values,
        followsId: search.follows ? Number(search.follows) : null,
      },
      photos: pictures,
    };
    try {
      await keepWaiting(one);
      const id = await sendWaiting(one);
      await client.invalidateQueries({ queryKey: ['inspections'] });
      void navigate({ to: '/inspections/$id', params: { id: String(id) } });
    } catch (error) {
      const known = error instanceof ApiError;
      setSaid({
        tone: 'open',
        text: known && error.status !== 0 ? sentence(error.sentence) : t('inspections.waits'),
      });
      if (known && error.status === 0) {
        setClientId(crypto.randomUUID());
        setAnswers({});
        setWords({});
        setPictures([]);
      }
      await client.invalidateQueries({ queryKey: ['inspections', 'waiting'] });
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <PageHead
        title={t('inspections.new')}
        crumbs={[{ label: t('shell.pages.inspections.long'), to: '/inspections' }]}
        text={kind ? sentence(kind.about) : undefined}
      />
      <div className="inspection-new">
        <Outbox />
        <Panel title={t('inspections.step.what')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            size="large"
            className="inspection-wide"
            placeholder={t('inspections.kind')}
            aria-label={t('inspections.kind')}
            value={kind?.id}
            options={kinds.data.kinds.map((one) => ({ value: one.id, label: sentence(one.title) }))}
            onChange={(value) => {
              setVisited(null);
              setAnswers({});
              setValues({});
              void navigate({ to: '/inspections/new', search: { kind: value }, replace: true });
            }}
          />
          {kind && <VisitedField kind={kind} visited={visited} onChange={setVisited} />}
        </Panel>
        {kind && (
          <>
            <Panel
              title={t('inspections.step.list')}
              aside={<span className="quiet">{t('inspections.unanswered', { count: unanswered })}</span>}
            >
              <Checklist
                items={kind.checklist}
                answers={answers}
                words={words}
                onAnswer={(id, answer) => setAnswers((before) => ({ ...before, [id]: answer }))}
                onWords={(id, text) => setWords((before) => ({ ...before, [id]: text }))}
              />
            </Panel>
            {kind.columns.length > 0 && (
              <Panel title={t('inspections.step.facts')}>
                <Columns columns={kind.columns} values={values} onChange={setValues} />
              </Panel>
            )}
            <Panel title={t('inspections.step.photos')}>
              <Pictures pictures={pictures} onChange={setPictures} />
            </Panel>
            {said && (
              <p role="alert" className={`inspection-${said.tone}`}>
                {said.text}
              </p>
            )}
            <div className="inspection-submit">
              <Button
                type="primary"
                size="large"
                block
                disabled={!ready}
                loading={sending}
                onClick={() => void submit()}
              >
                {t('inspections.send')}
              </Button>
              {!ready && <p className="quiet">{t(visited ? 'inspections.notReady' : 'inspections.chooseFirst')}</p>}
            </div>
          </>
        )}
      </div>
    </>
  );
}
