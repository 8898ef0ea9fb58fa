// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 王小协 of the office changes a notice period with the reason and sees it in the history; imports a
// calendar that has one bad row, mends the file, and takes it. 李读者 looks and changes nothing.
import type { Page } from '@playwright/test'
import { ownHouse, signIn, signOut, type OwnHouse } from './own_house'
import { expect, test as base } from './person'
import { soundInEveryLook } from './soundness'

const test = base.extend<object, { house: OwnHouse }>({
  house: [
    async ({}, use) => {
      const house = await ownHouse([
        { login: 'wang', name: '王小协', role: 'office' },
        { login: 'li', name: '李读者', role: 'reader' },
      ])
      await use(house)
      await house.end()
    },
    { scope: 'worker' },
  ],
  origin: async ({ house }, use) => use(house.origin),
})

async function signedIn(page: Page, login: string): Promise<void> {
  await signOut(page)
  await signIn(page, login)
  await expect(page).not.toHaveURL(/sign-in/) // arriving would close what was opened before
  await expect(page.locator('.who-name').first()).toBeAttached()
}

// Holidays of an invented 2031: eleven, and a Sunday that is worked on.
const holidays = [1, 22, 23, 24, 25, 26, 27, 28].map((day) =>
  day === 1 ? '2031-01-01,放假,元旦' : `2031-01-${day},放假,春节`,
)
const whole = [
  '日期,类型,名称',
  ...holidays,
  '2031-04-05,放假,清明',
  '2031-05-01,放假,劳动节',
  '2031-10-01,放假,国庆节',
  '2031-01-19,调休上班,春节',
]
const file = (lines: string[]) => ({
  name: '2031.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n')),
})

test('the office changes a notice period, and everybody sees why', async ({ page, isMobile }) => {
  test.setTimeout(240_000)
  await signedIn(page, 'wang')
  if (isMobile) await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('link', { name: '设置', exact: true }).last().click()
  await expect(page.getByRole('heading', { name: '设置', level: 1 })).toBeVisible()
  await soundInEveryLook(page, 'the settings', isMobile)
  await page.getByPlaceholder('按名称或说明查找').fill('专题协商会通知')
  await expect(page.locator('.settings-table .row-link')).toHaveCount(2)
  await page.getByRole('link', { name: '专题协商会通知', exact: true }).click()
  await expect(page.locator('.setting-value')).toHaveText('10 个工作日')
  await expect(page.getByText('还没有人改过')).toBeVisible()
  await page.getByRole('button', { name: '修改', exact: true }).click()
  await page.getByLabel('改为').fill('1')
  await page.getByLabel('修改理由').fill('区委办公室 2026 年 5 号文')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('不能早于或短于“专题协商会通知下限”。')).toBeVisible()
  await page.getByLabel('改为').fill('15')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('.setting-value')).toHaveText('15 个工作日')
  const history = page.locator('[aria-labelledby=setting-history] tbody tr')
  await expect(history).toHaveCount(1)
  await expect(history).toContainText('10 个工作日')
  await expect(history).toContainText('王小协')
  await expect(history).toContainText('区委办公室 2026 年 5 号文')
  await soundInEveryLook(page, 'a setting', isMobile)

  await signedIn(page, 'li')
  await page.goto('/settings?changed=only')
  await expect(page.locator('.settings-table .row-link')).toHaveCount(1)
  await page.locator('.settings-table .row-link').click()
  await expect(page.locator('[aria-labelledby=setting-history] tbody tr')).toContainText('王小协')
  await expect(page.getByRole('button', { name: '修改', exact: true })).toHaveCount(0)
  await page.goto('/settings/thematic_notice/edit')
  await expect(page.getByLabel('修改理由')).toHaveCount(0)

  await signedIn(page, 'wang')
  await page.goto('/settings/thematic_notice')
  await page.getByRole('button', { name: '恢复默认值' }).click()
  await page.getByLabel('修改理由').fill('文件废止')
  await page.getByRole('button', { name: '恢复默认值' }).click()
  await expect(page.locator('.setting-value')).toHaveText('10 个工作日')
  await expect(page.locator('[aria-labelledby=setting-history] tbody tr')).toHaveCount(2)
})

test('the office names who reviews, and renames a field', async ({ page, isMobile }) => {
  test.setTimeout(240_000)
  await signedIn(page, 'wang')
  await page.goto('/settings/plan_fields/edit')
  await expect(page.getByRole('button', { name: '增加一行' })).toHaveCount(0)
  await page.getByRole('group', { name: '第 5 行' }).getByLabel(/^名称/).fill('美丽云栖')
  await page.getByLabel('修改理由').fill('主席会议决定')
  await soundInEveryLook(page, 'the rows of a setting', isMobile)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('.setting-value')).toHaveText(
    '经济建设、政治建设、文化建设、社会建设、美丽云栖',
  )
  await page.goto('/suggestions') // called so wherever it is named
  await expect(page.getByLabel('领域').locator('option', { hasText: '美丽云栖' })).toHaveCount(1)
  await page.goto('/settings/plan_fields')
  await page.getByRole('button', { name: '恢复默认值' }).click()
  await page.getByLabel('修改理由').fill('试完恢复')
  await page.getByRole('button', { name: '恢复默认值' }).click()
  await expect(page.locator('.setting-value')).toContainText('生态文明建设')
  await page.goto('/settings/party_committee_reviewers/edit')
  await page.getByLabel('人数').fill('0')
  await page.getByLabel('修改理由').fill('试一试')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('请写 1 到 20 之间的整数。')).toBeVisible()
  await page.getByLabel('人数').fill('2')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('.setting-value')).toHaveText('党委 × 2')
})

test('the office imports a calendar that has one bad row', async ({ page, isMobile }) => {
  test.setTimeout(240_000)
  await signedIn(page, 'wang')
  await page.goto('/calendar?year=2031')
  await expect(page.locator('.pill').first()).toHaveText('暂定')
  await expect(page.getByText('全年按周一到周五计算')).toBeVisible()
  await soundInEveryLook(page, 'a calendar', isMobile)
  await page.getByRole('button', { name: '导入日历' }).click()
  const chooser = page.locator('input[type=file]')
  await chooser.setInputFiles(file([...whole, '2031-01-20,调休上班,春节'])) // a Monday
  const wrong = page.locator('[aria-labelledby=calendar-wrong] tbody tr')
  await expect(wrong).toHaveCount(1)
  await expect(wrong).toContainText('第 14 行')
  await expect(wrong).toContainText('2031-01-20 调休上班 春节')
  await expect(wrong).toContainText('周一到周五')
  await expect(page.getByRole('button', { name: '确认导入' })).toHaveCount(0)
  await soundInEveryLook(page, 'a calendar with a bad row', isMobile)

  await chooser.setInputFiles(file(whole))
  await expect(wrong).toHaveCount(0)
  await expect(page.locator('[aria-labelledby=calendar-preview]')).toContainText('标注 12 天')
  const before = await page.request.get('/api/calendar/years/2031')
  expect(await before.json()).toMatchObject({ version: 0 }) // nothing is written yet
  await page.getByRole('button', { name: '确认导入' }).click()
  await expect(page.getByText('请写明修改理由。')).toBeVisible()
  await page.getByLabel('修改理由').fill('国务院办公厅通知')
  await page.getByRole('button', { name: '确认导入' }).click()
  await expect(page).toHaveURL(/\/calendar\?year=2031$/)
  await expect(page.locator('.pill').first()).toHaveText('已有放假安排')
  await expect(page.locator('[aria-labelledby=calendar-history] tbody tr')).toContainText(
    '国务院办公厅通知',
  )
  await expect(page.locator('.month .day-holiday')).toHaveCount(11)

  await page.goto('/calendar/mark?day=2031-12-31')
  await page.getByLabel('名称').fill('本地放假')
  await page.getByLabel('修改理由').fill('区政府通知')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('.month .day-holiday')).toHaveCount(12)
  await expect(page.locator('[aria-labelledby=calendar-history] tbody tr')).toHaveCount(2)
})
