// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Suggestions are scored blind: the office prepares a round of the demo's call and names two
// reviewers; both score on what they have, neither sees the other's nor a proposer; the office sees
// how far they are, closes the round and reads what it came to.
import type { Browser, Page } from '@playwright/test'
import { enter, expect, test, type Role } from './person'
import { soundInEveryLook } from './soundness'

async function another(browser: Browser, origin: string, role: Role): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: origin, locale: 'zh-CN' })).newPage()
  await enter(page, role)
  return page
}

// Of whoever is signed in there.
async function nameOf(page: Page): Promise<string> {
  const session = (await (await page.request.get('/api/session')).json()) as {
    person: { name: string }
  }
  return session.person.name
}

async function prepare(desk: Page, title: string, reviewers: string[]): Promise<string> {
  await desk.goto('/scoring')
  await desk.getByRole('button', { name: '新建评分' }).click()
  await expect(desk.getByLabel('征集', { exact: true }).locator('option:checked')).toContainText(
    '年度协商议题征集',
  )
  await desk.getByLabel('名称').fill(title)
  await desk.getByLabel('最后一天').fill('2999-12-31')
  await desk.getByRole('button', { name: '下一步' }).click()
  await expect(desk.locator('.page-head h1')).toHaveText('修改评分')
  for (const name of reviewers) {
    await desk.getByLabel('按姓名查找').fill(name)
    await desk.getByRole('button', { name: `请${name}为评委`, exact: true }).click()
    await expect(desk.getByRole('button', { name: `不请${name}`, exact: true })).toBeVisible()
  }
  await desk.getByRole('button', { name: '保存', exact: true }).click()
  await expect(desk).toHaveURL(/\/scoring\/[0-9a-f-]{36}$/)
  return new URL(desk.url()).pathname
}

async function step(desk: Page, place: string, name: string, state: string, why = '') {
  await desk.goto(place)
  await desk.getByRole('button', { name, exact: true }).click()
  if (why) await desk.getByLabel('理由').fill(why)
  await desk.locator('main form').getByRole('button', { name, exact: true }).click()
  await expect(desk.locator('.page-head')).toContainText(state)
}

// All criteria of the suggestion that stands there, each with this score.
async function score(page: Page, given: number): Promise<void> {
  for (const criterion of await page.locator('.scoring-criterion').all())
    await criterion.getByRole('radio', { name: String(given), exact: true }).check()
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
}

// One after another until nothing is left.
async function scoreAll(page: Page, given: number): Promise<void> {
  const next = page.getByRole('button', { name: /^下一条未评/ })
  for (;;) {
    const title = await page.locator('.scoring-title').textContent()
    await score(page, given)
    const done = page.getByText('您的评分已全部保存')
    await expect(next.or(done).first()).toBeVisible()
    if (await done.isVisible()) return
    await next.click()
    await expect(page.locator('.scoring-title')).not.toHaveText(title!)
  }
}

test('the office opens a round, two reviewers score blind, the office reads the results', async ({
  page,
  browser,
  origin,
  isMobile,
}) => {
  test.setTimeout(300_000)
  const mark = `${isMobile ? '手机' : '桌面'}${Date.now()}`
  const desk = await another(browser, origin, 'office')
  const other = await another(browser, origin, 'party_group')
  await enter(page, 'expert')
  const place = await prepare(desk, `评分${mark}`, [await nameOf(page), await nameOf(other)])
  await soundInEveryLook(desk, 'a prepared round', isMobile)
  await page.goto(place)
  await expect(page.locator('main')).toContainText('没有这次评分')
  await step(desk, place, '开始评分', '评分中')

  await page.goto('/scoring')
  await page
    .locator('main li', { hasText: `评分${mark}` })
    .getByRole('button', { name: '去评分' })
    .click()
  await expect(page.locator('.scoring-title')).toBeVisible()
  await soundInEveryLook(page, 'a ballot', isMobile)
  const first = (await page.locator('.scoring-title').textContent())!
  await page.getByLabel('写一条意见').fill(`先做调研${mark}`)
  await page.getByRole('button', { name: '保存意见' }).click()
  await expect(page.locator('[aria-labelledby=own-comments]')).toContainText(`先做调研${mark}`)
  await scoreAll(page, 5)
  await page.reload()
  await expect(page.locator('main')).not.toContainText('提出人')

  await other.goto(`${place}/ballot`)
  await expect(other.locator('.scoring-title')).toHaveText(first)
  await expect(other.locator('main')).not.toContainText(`先做调研${mark}`)
  await expect(other.locator('.scoring-point input:checked')).toHaveCount(0)
  await score(other, 2)

  await desk.goto(place)
  await expect(desk.locator('[aria-labelledby=progress]')).toContainText('评分结束前')
  await expect(desk.getByRole('button', { name: '评分结果' })).toHaveCount(0)
  await soundInEveryLook(desk, 'an open round', isMobile)
  await step(desk, place, '结束评分', '已结束', '其余评委出差。')
  await desk.getByRole('button', { name: '评分结果' }).click()
  await expect(desk.locator('tbody tr').first()).toBeVisible()
  const row = desk.locator('tbody tr', { hasText: first })
  await expect(row).toContainText('70.0')
  await expect(row).toContainText('分歧大')
  await row.locator('summary').click()
  await expect(row).toContainText(`先做调研${mark}`)
  await expect(desk.locator('main')).not.toContainText(await nameOf(page))
  await soundInEveryLook(desk, 'the results', isMobile)
  await desk.goto(`${place}/results?only=divided`)
  await expect(desk.locator('tbody tr')).toHaveCount(1)

  // what is closed takes nothing more, and is read without names
  await page.goto(`${place}/ballot`)
  await expect(page.getByRole('status').first()).toContainText('评分已经结束')
  await page.goto(`${place}/results`)
  await expect(page.locator('tbody tr').first()).toBeVisible()
  for (const one of [desk, other]) await one.context().close()
})
