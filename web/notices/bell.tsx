import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/queries.ts';
import { unreadQuery } from './queries.ts';
import './bell.css';

/** In the bar of every page: how many notices the person has not read; red where one of them is overdue. */
export function Bell() {
  const { t } = useTranslation();
  const may = useMay('notice.own');
  const { data } = useQuery({ ...unreadQuery, enabled: may });
  if (!may) return null;
  const unread = data?.unread ?? 0;
  const name = unread ? t('notices.bell', { count: unread }) : t('notices.title');
  return (
    <Link to="/notices" className="shell-bell" aria-label={name} title={name}>
      <BellOutlined aria-hidden />
      {unread > 0 && (
        <span className={data?.late ? 'shell-bell-count late' : 'shell-bell-count'} aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
