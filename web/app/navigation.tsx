import {
  ApiOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BookOutlined,
  CloudOutlined,
  FileTextOutlined,
  FormOutlined,
  ImportOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from './queries.ts';

/** A page of the navigation; it is offered to whom may do one of `may` (to everyone when empty). */
const PAGES = [
  { to: '/', key: 'overview', Icon: AppstoreOutlined, may: [] },
  { to: '/plan', key: 'plan', Icon: UnorderedListOutlined, may: ['plan.read'] },
  { to: '/air', key: 'air', Icon: CloudOutlined, may: ['air.read'] },
  { to: '/devices', key: 'devices', Icon: ApiOutlined, may: ['devices.read'] },
  { to: '/quality', key: 'quality', Icon: SafetyCertificateOutlined, may: ['quality.read'] },
  { to: '/ledgers', key: 'ledgers', Icon: BookOutlined, may: ['ledger.read'] },
  { to: '/inspections', key: 'inspections', Icon: FormOutlined, may: ['inspection.read'] },
  { to: '/supervision', key: 'supervision', Icon: AuditOutlined, may: ['supervision.read'] },
  { to: '/bulletins', key: 'bulletins', Icon: FileTextOutlined, may: ['bulletin.read'] },
  { to: '/import', key: 'import', Icon: ImportOutlined, may: ['plan.draft', 'observations.import'] },
  {
    to: '/system',
    key: 'system',
    Icon: SettingOutlined,
    may: ['accounts.read', 'audit.read', 'work.read', 'health.read'],
  },
] as const;

export function Navigation() {
  const { t } = useTranslation();
  const actions = useQuery(meQuery).data?.actions ?? [];
  const path = useRouterState({ select: (state) => state.location.pathname });
  const offered = PAGES.filter(({ may }) => !may.length || may.some((action) => actions.includes(action)));
  return (
    <nav className="shell-nav" aria-label={t('shell.navigation')}>
      {offered.map(({ to, key, Icon }) => {
        const here = to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
        return (
          <Link key={key} to={to} activeProps={{}} aria-current={here ? 'page' : undefined}>
            <Icon aria-hidden />
            <span className="long">{t(`shell.pages.${key}.long`)}</span>
            <span className="short">{t(`shell.pages.${key}.short`)}</span>
          </Link>
        );
      })}
    </nav>
  );
}
