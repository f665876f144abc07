import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import './page.css';

/** The name of the page in the browser's tab and for the screen reader. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation();
  const product = t('shell.product');
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
  }, [title, product]);
}

type Crumb = { label: string; to: string };

/** The head of a page: where it stands, its title, what it is as of, and what can be done. Every page has one. */
export function PageHead(props: {
  title: string;
  /** beside the title: date, tags */
  aside?: ReactNode;
  text?: ReactNode;
  crumbs?: Crumb[];
  actions?: ReactNode;
}) {
  const { t } = useTranslation();
  usePageTitle(props.title);
  return (
    <div className="page-head">
      {props.crumbs && (
        <nav aria-label={t('shared.crumbs')} className="page-crumbs">
          {props.crumbs.map(({ label, to }) => (
            <span key={to}>
              <Link to={to as '/'}>{label}</Link>
              <span aria-hidden> / </span>
            </span>
          ))}
        </nav>
      )}
      <div className="page-line">
        <h1>{props.title}</h1>
        {props.aside && <div className="page-aside">{props.aside}</div>}
        {props.actions && <div className="page-actions">{props.actions}</div>}
      </div>
      {props.text && <p className="quiet">{props.text}</p>}
    </div>
  );
}

/** A titled block of a page on its own ground. */
export function Panel(props: {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  flush?: boolean;
}) {
  return (
    <section className={`panel page-panel ${props.flush ? 'flush' : ''} ${props.className ?? ''}`}>
      {(props.title || props.aside) && (
        <div className="page-panel-head">
          <h2>{props.title}</h2>
          {props.aside && <div className="page-aside">{props.aside}</div>}
        </div>
      )}
      {props.children}
    </section>
  );
}
