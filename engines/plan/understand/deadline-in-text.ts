const SPOKEN =
  /(?:^|[，；。：\n（(])\s*((?:到|于)?(?:20\d{2}年)?(?:\d{1,2}月(?:\d{1,2}日|底|末)?|年底|年末|底|上半年|第?[一二三四]季度末?)(?:之?前|，?完成)|(?:供暖|采暖)季前|(?:长期|持续|常态化)(?:坚持|实施|推进))/;

/** The deadline that a measure's own words open a clause with (2024年底前，…), for plans without a column for it. */
export function deadlineInText(text: string): string | undefined {
  return SPOKEN.exec(text)?.[1]?.replace(/^(到|于)/, '');
}
