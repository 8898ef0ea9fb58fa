// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Topics are chosen: a member and a department mark what they would see in the plan, the office
// proposes the list from the marks, exchanges one with a reason and records the decision; the one
// proposer reads that his is taken in, the other that his is kept in reserve, and why.
import type { Browser, Page } from '@playwright/test'
import { today } from './days'
import { enter, expect, test, type Role } from './person'
import { soundInEveryLook } from './soundness'

async function another(browser: Browser, origin: string, role: Role): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: origin, locale: 'zh-CN' })).newPage()
  await enter(page, role)
  return page
}

async function publish(desk: Page, title: string, year: string): Promise<string> {
  await desk.goto('/calls/new')
  await desk.getByLabel('题目').fill(title)
  await desk.getByLabel('年度').fill(year)
  await desk.getByLabel('党政部门', { exact: true }).check()
  await desk.getByLabel('第一天').fill('2022-01-01')
  await desk.getByLabel('最后一天').fill('2999-12-31')
  await desk.getByRole('button', { name: '存为草稿' }).click()
  await expect(desk).toHaveURL(/\/calls\/[0-9a-f-]{36}$/)
  const place = new URL(desk.url()).pathname
  await desk.getByRole('button', { name: '发布', exact: true }).click()
  await desk.locator('main form').getByRole('button', { name: '发布', exact: true }).click()
  await expect(desk.locator('.page-head')).toContainText('征集中')
  return place
}

// Suggested by one, screened by the office.
async function suggested(page: Page, desk: Page, place: string, title: string): Promise<string> {
  await page.goto(`${place}/suggest`)
  await page.getByLabel('题目').fill(title)
  await page.getByLabel(/^问题/).fill('各方意见不一。')
  await page.getByLabel(/^理由/).fill('群众反映集中。')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page).toHaveURL(/\/suggestions\/[0-9a-f-]{36}$/)
  const suggestion = new URL(page.url()).pathname
  await desk.goto(suggestion)
  await desk.getByRole('button', { name: '通过初筛', exact: true }).click()
  await desk.getByLabel('理由').fill('切口小，列入遴选。')
  await desk.locator('main form').getByRole('button', { name: '通过初筛', exact: true }).click()
  await expect(desk.locator('.answer-card')).toContainText('切口小，列入遴选。')
  return suggestion
}

async function step(desk: Page, round: string, name: string, why?: string): Promise<void> {
  await desk.goto(round)
  await desk.getByRole('button', { name, exact: true }).click()
  if (why) await desk.getByLabel('理由').fill(why)
  await desk.locator('main form').getByRole('button', { name, exact: true }).click()
  await expect(desk).toHaveURL(new RegExp(`${round}$`))
}

test('two mark, the office proposes, exchanges one with a reason and decides', async ({
  page,
  browser,
  origin,
  isMobile,
}) => {
  test.setTimeout(240_000)
  const mark = `${isMobile ? '手机' : '桌面'}${Date.now()}`
  const year = isMobile ? '2801' : '2802'
  const desk = await another(browser, origin, 'office')
  const bureau = await another(browser, origin, 'department_handler')
  await enter(page, 'member')
  const place = await publish(desk, `征集${mark}`, year)
  const of_member = await suggested(page, desk, place, `加装电梯${mark}`)
  const of_bureau = await suggested(bureau, desk, place, `污水管网${mark}`)

  await desk.goto('/rounds')
  await desk.getByRole('button', { name: '开始遴选' }).click()
  await desk.getByRole('button', { name: '开始', exact: true }).click()
  await expect(desk.locator('.field-error').first()).toHaveText('请写名称。')
  await soundInEveryLook(desk, 'a new round', isMobile)
  await desk.getByLabel('名称').fill(`遴选${mark}`)
  await desk.getByLabel('年度').fill(year)
  await desk.getByLabel('标记截止日').fill('2999-12-31')
  await desk.getByLabel('专题协商').fill('1')
  for (const field of ['经济建设', '政治建设', '文化建设', '社会建设', '生态文明建设'])
    await desk.getByLabel(field).fill('0')
  await desk.getByRole('button', { name: '开始', exact: true }).click()
  await expect(desk).toHaveURL(/\/rounds\/[0-9a-f-]{36}$/)
  const round = new URL(desk.url()).pathname

  await page.goto('/rounds')
  await page.getByRole('link', { name: `遴选${mark}` }).click()
  await page.getByRole('button', { name: `标记支持“加装电梯${mark}”` }).click()
  await expect(page.getByRole('status').filter({ hasText: '您标记了 1 条' })).toBeVisible()
  await page.getByRole('button', { name: `取消对“加装电梯${mark}”的标记` }).click()
  await expect(page.getByRole('status').filter({ hasText: '您标记了 0 条' })).toBeVisible()
  await page.getByRole('button', { name: `标记支持“加装电梯${mark}”` }).click()
  await expect(page.getByRole('status').filter({ hasText: '您标记了 1 条' })).toBeVisible()
  await soundInEveryLook(page, 'marking', isMobile)
  await bureau.goto(round)
  for (const title of [`加装电梯${mark}`, `污水管网${mark}`]) {
    await bureau.getByRole('button', { name: `标记支持“${title}”` }).click()
    await expect(bureau.getByRole('button', { name: `取消对“${title}”的标记` })).toBeVisible()
  }

  await desk.goto(round)
  await expect(desk.locator('.mark-list')).not.toContainText('人支持')
  await desk.getByRole('button', { name: '确定形式和领域' }).click()
  for (const title of [`加装电梯${mark}`, `污水管网${mark}`])
    await desk.getByLabel(`${title} · 协商形式`).selectOption('专题协商')
  await soundInEveryLook(desk, 'forms and fields', isMobile)
  await desk.getByRole('button', { name: '保存', exact: true }).click()
  await expect(desk).toHaveURL(new RegExp(`${round}$`))
  await step(desk, round, '结束标记', '应当标记的都已经标记。')
  await expect(desk.locator('.page-head')).toContainText('2 人参加标记')
  await page.reload()
  await expect(page.getByRole('button', { name: /标记/ })).toHaveCount(0)
  await step(desk, round, '提出名单')
  const list = desk.locator('[aria-labelledby=shortlist]')
  await expect(list).toContainText(`加装电梯${mark}`)
  await expect(list).toContainText('2 人支持')
  await expect(desk.locator('[aria-labelledby=proposal]')).toContainText('第 1 轮')
  await soundInEveryLook(desk, 'a proposal', isMobile)

  await desk.getByRole('button', { name: '调整名单' }).click()
  await desk.locator('main form').getByRole('button', { name: '调整名单' }).click()
  await expect(desk.locator('.field-error').last()).toHaveText('请写理由。')
  await soundInEveryLook(desk, 'a change of the list', isMobile)
  await desk.getByLabel('列入').selectOption({ index: 1 })
  await desk.getByLabel('移出').selectOption({ index: 1 })
  await desk.getByLabel('理由').fill('汛期之前必须研究。')
  await desk.locator('main form').getByRole('button', { name: '调整名单' }).click()
  await expect(list).toContainText(`污水管网${mark}`)
  const history = desk.locator('[aria-labelledby=round-history]')
  await expect(history).toContainText('汛期之前必须研究。')
  await expect(history).toContainText('1 人受损，0 人受益')

  await desk.getByRole('button', { name: '登记决定' }).click()
  await desk.getByLabel('会议').fill('主席会议')
  await desk.getByLabel('决定日期').fill('2022-01-01')
  await desk.getByLabel('决定人').fill('主席会议组成人员')
  await desk.locator('main form').getByRole('button', { name: '登记决定' }).click()
  await expect(desk.locator('.field-error')).toHaveText('决定的日期不能早于提出名单的日期。')
  await soundInEveryLook(desk, 'the decision on a list', isMobile)
  await desk.getByLabel('决定日期').fill(today())
  await desk.locator('main form').getByRole('button', { name: '登记决定' }).click()
  await expect(list).toContainText('主席会议决定')

  await bureau.goto(of_bureau)
  await expect(bureau.locator('.answer-card')).toContainText('已采纳')
  await expect(bureau.locator('.answer-card')).toContainText('列入年度协商议题入围名单')
  await page.goto(of_member)
  await expect(page.locator('.answer-card')).toContainText('列入备选')
  await page.goto(round)
  await expect(page.locator('[aria-labelledby=shortlist]')).toContainText(`污水管网${mark}`)
  await soundInEveryLook(page, 'a decided list', isMobile)
  for (const one of [desk, bureau]) await one.context().close()
})
