/** A progress bar of one line: ██████░░░░ 61 % 256,000 / 420,768 */
export function bar(done: number, total: number | null, width = 24): string {
  if (!total) return done ? done.toLocaleString('en') : '';
  const share = Math.min(1, done / total);
  const full = Math.round(share * width);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${percent} %  ${done.toLocaleString('en')} / ${total.toLocaleString('en')}`;
}
