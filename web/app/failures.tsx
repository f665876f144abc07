import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../shared/page.tsx';
import { EmptyState, ErrorState } from '../shared/states.tsx';

export function NotFound() {
  const { t } = useTranslation();
  usePageTitle(t('shell.notFound.title'));
  return (
    <EmptyState title={t('shell.notFound.title')} text={t('shell.notFound.text')}>
      <Link to="/">{t('shell.notFound.back')}</Link>
    </EmptyState>
  );
}

/** A page that broke while drawing: the person may try again; the fault goes to the console. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  return <ErrorState error={error} onRetry={reset} />;
}
