import { oneOf, searchOf } from '../app/search.ts';

export const validateNotices = searchOf({
  tab: oneOf('settings'),
  which: oneOf('all'),
  urgency: oneOf('late', 'soon', 'info'),
});
