import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

type Options = { replace?: boolean };

/** One parameter of the address: its value, and a setter (undefined removes it). Use it for what a person may want to share. */
export function useUrlState(name: string): [string | undefined, (value: string | undefined, options?: Options) => void];
export function useUrlState(
  name: string,
  fallback: string,
): [string, (value: string | undefined, options?: Options) => void];
export function useUrlState(name: string, fallback?: string) {
  const [values, set] = useUrlValues();
  const setOne = useCallback(
    (value: string | undefined, options?: Options) => set({ [name]: value === fallback ? undefined : value }, options),
    [name, fallback, set],
  );
  return [values[name] ?? fallback, setOne];
}

/** All parameters of the address, and a setter that changes several at once and keeps the others. */
export function useUrlValues(): [
  Record<string, string | undefined>,
  (changes: Record<string, string | undefined>, options?: Options) => void,
] {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const set = useCallback(
    (changes: Record<string, string | undefined>, options: Options = {}) => {
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, ...changes }),
        replace: options.replace ?? true,
        resetScroll: false,
      } as Parameters<typeof navigate>[0]);
    },
    [navigate],
  );
  return [search, set];
}
