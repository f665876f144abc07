import type { ReactNode } from 'react';
import './page-tabs.css';

/** Sections of a page, each with its own address: pass links that carry `aria-current` when they are open. */
export function PageTabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="page-tabs" aria-label={label}>
      {children}
    </nav>
  );
}
