import { useCallback, useState } from 'react';
import type { Where } from '../asked.ts';
import type { Draft } from './columns.ts';

/** What a person has made of a file so far. */
export type Kept = {
  where?: Where;
  draft?: Draft;
  /** the mapping of the dry run that is shown, as JSON: another one makes its result old */
  tried?: string;
};

const keyOf = (fileId: string) => `lantian.import.${fileId}`;

export function keptOf(fileId: string): Kept {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(fileId)) ?? '{}') as Kept;
  } catch {
    return {};
  }
}

export function keep(fileId: string, kept: Kept): void {
  try {
    sessionStorage.setItem(keyOf(fileId), JSON.stringify(kept));
  } catch {
    // a full store only costs the corrections at the next reload
  }
}

/** The corrections of a mapping outlive a look at another page and a reload, until the browser's tab is closed. */
export function useKept(fileId: string): [Kept, (change: Partial<Kept>) => void] {
  const [kept, setKept] = useState(() => keptOf(fileId));
  const change = useCallback(
    (part: Partial<Kept>) =>
      setKept((before) => {
        const next = { ...before, ...part };
        keep(fileId, next);
        return next;
      }),
    [fileId],
  );
  return [kept, change];
}
