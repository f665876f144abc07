import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';

export type Choice = 'light' | 'dark' | 'system';
type Appearance = { choice: Choice; mode: 'light' | 'dark'; choose: (choice: Choice) => void };

const STORED = 'lantian.appearance';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const Context = createContext<Appearance>({ choice: 'system', mode: 'light', choose: () => {} });

function firstChoice(): Choice {
  const stored = localStorage.getItem(STORED);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Light, dark, or as the computer is set; a matter of taste, kept in the browser. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState<Choice>(firstChoice);
  const systemDark = useSyncExternalStore(
    (changed) => {
      dark.addEventListener('change', changed);
      return () => dark.removeEventListener('change', changed);
    },
    () => dark.matches,
  );
  const mode = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;
  useEffect(() => {
    document.documentElement.dataset.theme = mode;
    document.documentElement.style.colorScheme = mode;
  }, [mode]);
  const value = useMemo(
    () => ({
      choice,
      mode,
      choose: (next: Choice) => {
        localStorage.setItem(STORED, next);
        setChoice(next);
      },
    }),
    [choice, mode],
  );
  return <Context value={value}>{children}</Context>;
}

export const useAppearance = (): Appearance => useContext(Context);
