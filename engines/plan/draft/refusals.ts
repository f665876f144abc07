import { Refusal } from '#platform/refusal';

/** What a reviewer is told when an act cannot be done; each says what to do instead. */
export const noSuchPlace = (path: string) =>
  new Refusal('not_found', {
    zh: `草稿里没有“${path}”，可能已被移动、合并或删除，请刷新后再改。`,
    en: `The draft has no “${path}”: it may have been moved, merged or removed; reload and try again.`,
  });

export const noSuchPath = (path: string) =>
  new Refusal('bad_request', {
    zh: `“${path}”不是可以修改的内容，请从复核页面上修改。`,
    en: `“${path}” cannot be corrected; use the places shown on the review page.`,
  });

export const invalidValue = (zh: string, en: string) => new Refusal('value_out_of_range', { zh, en });

export const noSuchDraft = (id: string) =>
  new Refusal(
    'not_found',
    { zh: '没有这份草稿，可能已被删除。', en: 'There is no such draft; it may have been discarded.' },
    { id },
  );

export const draftIsClosed = (state: string) =>
  new Refusal(
    'not_in_this_state',
    state === 'adopted'
      ? {
          zh: '这份草稿已经采纳，不能再改；需要调整请重新上传文件，采纳为新版本。',
          en: 'This draft has been adopted and cannot be changed; upload the document again and adopt it as a new version.',
        }
      : {
          zh: '这份草稿已经删除，请重新上传文件。',
          en: 'This draft has been discarded; upload the document again.',
        },
  );

export const laterActsDepend = () =>
  new Refusal('not_in_this_state', {
    zh: '后面的修改建立在这一步之上，请先撤销后面的修改。',
    en: 'Later changes build on this one; undo those first.',
  });

export const nothingToUndo = (path: string) =>
  new Refusal('not_in_this_state', {
    zh: `“${path}”没有可以撤销的修改。`,
    en: `There is nothing to undo at “${path}”.`,
  });

export const nothingUncertain = (path: string) =>
  new Refusal('not_in_this_state', {
    zh: `“${path}”没有待确认的内容，无需确认。`,
    en: `Nothing at “${path}” is uncertain; there is nothing to confirm.`,
  });
