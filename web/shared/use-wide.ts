import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 768px)');
const listen = (changed: () => void) => {
  wide.addEventListener('change', changed);
  return () => wide.removeEventListener('change', changed);
};

/** Whether there is room for a table; the same width as in the style sheets. */
export const useWide = (): boolean => useSyncExternalStore(listen, () => wide.matches);
