import { listOf, oneOf, searchOf, words } from '../app/search.ts';

export const VIEW_NAMES = ['overview', 'list', 'map', 'alarms', 'waiting', 'factors', 'models', 'settings'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

const slug = (value: string) => /^[\w-]{1,40}$/.test(value);

/** What the address of the pages of devices may say. */
export const validateDevices = searchOf({
  view: oneOf(...VIEW_NAMES),
  kind: listOf(slug),
  health: listOf(slug),
  state: listOf(slug),
  street: listOf(slug),
  model: words,
  purpose: words,
  simulated: oneOf('yes', 'no'),
  q: words,
  sort: oneOf('code', 'name', 'kind', 'street', 'health', 'values'),
  dir: oneOf('asc', 'desc'),
  // of the map
  pollutant: slug,
  layer: oneOf('day', 'month', 'gaps'),
  at: slug,
  // of the alarms
  open: oneOf('yes'),
  // of the models
  edit: slug,
});

/** What the address of one device may say. */
export const validateDevice = searchOf({
  tab: oneOf('now', 'health', 'channels', 'talk', 'frames', 'log'),
  channel: words,
  span: oneOf('day', 'week', 'month'),
});
