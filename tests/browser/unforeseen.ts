import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const PATIENT = { timeout: 60_000 };
const LEDGER = {
  id: 'local.green-walls',
  title: { zh: '立体绿化台账', en: 'Green walls' },
  entry: { zh: '处', en: 'walls' },
  about: { zh: '屋顶和墙面绿化。', en: 'Green roofs and walls.' },
  key: ['number'],
  name: 'number',
  keeper: 'street',
  place: 'none',
  refreshDays: null,
  columns: [
    { id: 'number', title: { zh: '编号', en: 'Number' }, type: 'text', required: true },
    { id: 'street', title: { zh: '街道', en: 'Subdistrict' }, type: 'street', required: true },
    { id: 'doneOn', title: { zh: '完成日期', en: 'Done on' }, type: 'date' },
    { id: 'area', title: { zh: '绿化面积', en: 'Area' }, type: 'decimal', unit: '平方米' },
  ],
};

/** Next year's plan asks for what nobody foresaw: a ledger, a figure over it and its lamp come without a program. */
export async function bringAlive(page: Page, go: (path: string) => Promise<unknown>): Promise<void> {
  const choose = async (id: string, words: string) => {
    await page
      .locator('.ant-select', { has: page.locator(`#${id}`) })
      .last()
      .click();
    // long lists draw only what is in sight
    if (id === 'indicator-source') await page.keyboard.type(words);
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: words }).first().click();
  };
  /** as the page itself asks, with the token of its session */
  const post = (path: string, body: object) =>
    page.evaluate(
      async ([to, text]) => {
        const { csrf } = await (await fetch('/api/me')).json();
        const answer = await fetch(to!, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-lantian-csrf': csrf },
          body: text!,
        });
        return answer.status;
      },
      [path, JSON.stringify(body)],
    );

  await go('/indicators');
  expect(await post('/api/ledgers', { definition: LEDGER })).toBe(201);
  for (const [number, area] of [
    ['L1', '300'],
    ['L2', '500'],
  ])
    expect(
      await post('/api/ledgers/local.green-walls/entries', {
        values: { number, street: '110102007', doneOn: '2021-05-01', area },
      }),
    ).toBe(201);

  await page.getByRole('button', { name: '新建指标' }).click();
  await choose('indicator-source', '立体绿化台账');
  await choose('indicator-on', '完成日期');
  await choose('indicator-amount', '绿化面积');
  await page.locator('#indicator-zh').fill('新增立体绿化面积');
  await page.locator('#indicator-id').fill('local.green-area');
  await page.locator('#indicator-unit').fill('平方米');
  await page.getByText('《立体绿化台账》中“完成日期”在本年的绿化面积').waitFor();
  await page.locator('.ledger-declare > .ant-space').getByRole('button', { name: '新建指标' }).click();
  await page.getByRole('heading', { name: '新增立体绿化面积' }).waitFor();
  await expect
    .poll(async () => {
      await page.reload({ waitUntil: 'networkidle' });
      return page.locator('.indicator-figures').innerText();
    }, PATIENT)
    .toContain('800');

  await go('/plan/2021/measures/24.1');
  await page.getByRole('button', { name: '调整指标' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.measure-bind-rows li').first().waitFor();
  const removes = dialog.getByRole('button', { name: /^去掉/ });
  while ((await removes.count()) > 0) await removes.first().click();
  await dialog.locator('.measure-bind-add').click();
  await page.keyboard.type('立体绿化');
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '新增立体绿化面积' })
    .first()
    .click();
  await dialog.locator('.measure-bind-asked .ant-select').first().click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '不低于' }).click();
  await dialog.getByLabel('新增立体绿化面积的目标值').fill('1000');
  expect(await dialog.getByRole('button', { name: /保\s*存/ }).isDisabled()).toBe(true);
  await dialog.getByLabel('调整原因').fill('2022年计划新增');
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('2022年计划新增').waitFor();
  await expect.poll(() => page.locator('.measure-main').innerText(), PATIENT).toContain('目标不低于1000平方米');
}
