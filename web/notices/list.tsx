import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NoticeView } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { noticesQuery } from './queries.ts';
import { UrgencySign } from './urgency-sign.tsx';
import { useAct } from './use-act.ts';

const URGENCIES = ['late', 'soon', 'info'] as const;

/** The person's notices, newest day first, what is urgent first within a day. */
export function List() {
  const { t } = useTranslation();
  const { date } = useFormat();
  const [which, setWhich] = useUrlState('which', 'standing');
  const [urgency, setUrgency] = useUrlState('urgency');
  const { data, error, refetch } = useQuery(noticesQuery(which));
  const act = useAct();
  const shown = (data?.notices ?? []).filter((notice) => !urgency || notice.urgency === urgency);
  const days = [...new Set(shown.map(({ day }) => day))].sort().reverse();
  const read = (ids?: string[]) => act.mutate({ method: 'POST', path: '/api/notices/read', body: ids ? { ids } : {} });
  return (
    <Panel flush>
      <div className="notices-bar">
        <Segmented
          aria-label={t('notices.which.label')}
          value={which}
          onChange={setWhich}
          options={['standing', 'all'].map((value) => ({ value, label: t(`notices.which.${value}`) }))}
        />
        <Segmented
          aria-label={t('notices.urgency')}
          value={urgency ?? 'any'}
          onChange={(value) => setUrgency(value === 'any' ? undefined : value)}
          options={['any', ...URGENCIES].map((value) => ({ value, label: t(`notices.urgencies.${value}`) }))}
        />
        <Button disabled={!data?.unread} loading={act.isPending} onClick={() => read()}>
          {t('notices.readAll')}
        </Button>
      </div>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} compact />
      ) : !data ? (
        <LoadingState rows={8} />
      ) : shown.length === 0 ? (
        <EmptyState compact title={t('notices.none')} text={t('notices.noneText')} />
      ) : (
        days.map((day) => (
          <section key={day} className="notices-day" aria-label={date(day)}>
            <h3>{date(day, true)}</h3>
            <ul>
              {shown
                .filter((notice) => notice.day === day)
                .sort((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency))
                .map((notice) => (
                  <Item key={notice.id} notice={notice} onRead={() => notice.read || read([notice.id])} />
                ))}
            </ul>
          </section>
        ))
      )}
      {data?.next && <p className="quiet notices-more">{t('notices.more')}</p>}
    </Panel>
  );
}

function Item({ notice, onRead }: { notice: NoticeView; onRead: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const router = useRouter();
  const state = notice.over ? 'over' : notice.read ? 'read' : 'unread';
  return (
    <li className={`notice ${state}`}>
      <UrgencySign urgency={notice.urgency} />
      <div>
        <p className="notice-title">
          <span className="quiet">{sentence(notice.about)}</span>{' '}
          <a
            href={notice.href}
            onClick={(event) => {
              onRead();
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              router.history.push(notice.href);
            }}
          >
            {sentence(notice.title)}
          </a>
          {state === 'unread' && <span className="unseen">{t('notices.unread')}</span>}
        </p>
        {notice.words && <p className="quiet">{sentence(notice.words)}</p>}
      </div>
      <div className="notice-side">
        {notice.onBehalfOf && (
          <span className="notice-tag">{t('notices.onBehalfOf', { name: notice.onBehalfOf })}</span>
        )}
        {notice.over && <span className="notice-tag">{t('notices.over')}</span>}
        {state === 'unread' && (
          <Button type="link" size="small" onClick={onRead}>
            {t('notices.markRead')}
          </Button>
        )}
      </div>
    </li>
  );
}
