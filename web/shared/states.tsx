import { CloseCircleOutlined, InboxOutlined, LockOutlined } from '@ant-design/icons';
import { Link, useRouterState } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import './states.css';

type Said = { title: ReactNode; text?: ReactNode; children?: ReactNode; compact?: boolean };

function State({ icon, title, text, children, compact, role }: Said & { icon: ReactNode; role?: 'alert' | 'status' }) {
  return (
    <div className={compact ? 'state compact' : 'state'} role={role}>
      <span className="state-icon" aria-hidden>
        {icon}
      </span>
      <p className="state-title">{title}</p>
      {text && <p className="quiet">{text}</p>}
      {children && <div className="state-acts">{children}</div>}
    </div>
  );
}

/** Nothing here yet: says why and what to do. */
export function EmptyState(props: Said) {
  return <State icon={<InboxOutlined />} {...props} />;
}

/** What went wrong in the server's own words, with a retry; a missing permission becomes its own state. */
export function ErrorState({ error, onRetry, compact }: { error: unknown; onRetry?: () => void; compact?: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (error instanceof ApiError && ['not_logged_in', 'no_permission', 'session_expired'].includes(error.code))
    return <NoPermission error={error} compact={compact} />;
  const known = error instanceof ApiError;
  return (
    <State
      icon={<CloseCircleOutlined />}
      role="alert"
      compact={compact}
      title={known ? sentence(error.sentence) : t('shared.states.broken')}
      text={known && error.reference ? t('shared.states.reference', { reference: error.reference }) : undefined}
    >
      {onRetry && <Button onClick={onRetry}>{t('shared.states.retry')}</Button>}
    </State>
  );
}

/** The person may not do this: says so and offers the log-in to whom is not logged in. */
export function NoPermission({ error, compact }: { error?: ApiError; compact?: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const href = useRouterState({ select: (state) => state.location.href });
  return (
    <State
      icon={<LockOutlined />}
      compact={compact}
      title={error ? sentence(error.sentence) : t('shared.states.noPermission')}
      text={error && error.code !== 'no_permission' ? undefined : t('shared.states.noPermissionText')}
    >
      {error && error.code !== 'no_permission' && (
        <Link to="/login" search={{ next: href }}>
          {t('shell.user.login')}
        </Link>
      )}
    </State>
  );
}

/** Grey lines where the content will stand, at about its height so that nothing jumps. */
export function LoadingState({ rows = 6, height }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div className="state-loading" style={{ minHeight: height }} aria-busy="true">
      <span className="unseen" role="status">
        {t('shared.states.loading')}
      </span>
      <Skeleton active title={{ width: '30%' }} paragraph={{ rows }} />
    </div>
  );
}
