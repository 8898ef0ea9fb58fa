// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Topics are asked for: the office publishes a call, a member and a department suggest, the office
// screens and answers, each reads the answer; after the end nothing is taken and nothing typed is
// lost; somebody of the public hands in without an account and reads the answer by his code.
import type { Browser, Page } from '@playwright/test'
import { enter, expect, test, type Role } from './person'
import { soundInEveryLook } from './soundness'

// Beside the page that is watched: two people at once.
async function another(browser: Browser, origin: string, role?: Role): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: origin, locale: 'zh-CN' })).newPage()
  if (role) await enter(page, role)
  return page
}

async function publish(desk: Page, title: string): Promise<string> {
  await desk.goto('/calls')
  await desk.getByRole('button', { name: '新建征集' }).click()
  await desk.getByLabel('题目').fill(title)
  await desk.getByLabel('征集要求').fill('小切口、大视野，一事一议。')
  for (const whom of ['党政部门', '群众']) await desk.getByLabel(whom, { exact: true }).check()
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

async function write(page: Page, title: string): Promise<void> {
  await page.getByLabel('题目').fill(title)
  await page.getByLabel(/^问题/).fill('低层住户顾虑多，费用分摊难。')
  await page.getByLabel(/^理由/).fill('群众反映集中。')
}

async function suggest(page: Page, place: string, title: string): Promise<string> {
  await page.goto(place)
  await page.getByRole('button', { name: '提建议' }).click()
  await write(page, title)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page).toHaveURL(/\/suggestions\/[0-9a-f-]{36}$/)
  await expect(page.locator('.answer-card')).toContainText('待审查')
  return new URL(page.url()).pathname
}

async function take(desk: Page, suggestion: string, step: string, why: string): Promise<void> {
  await desk.goto(suggestion)
  await desk.getByRole('button', { name: step, exact: true }).click()
  await desk.getByLabel('理由').fill(why)
  await desk.locator('main form').getByRole('button', { name: step, exact: true }).click()
  await expect(desk.locator('.answer-card')).toContainText(why)
}

test('a member and a department suggest, the office answers, each reads why', async ({
  page,
  browser,
  origin,
  isMobile,
}) => {
  test.setTimeout(240_000)
  const mark = `${isMobile ? '手机' : '桌面'}${Date.now()}`
  const desk = await another(browser, origin, 'office')
  const place = await publish(desk, `征集${mark}`)

  await enter(page, 'member')
  await page.goto(place)
  await soundInEveryLook(page, 'a call', isMobile)
  await page.getByRole('button', { name: '提建议' }).click()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.locator('.field-error').first()).toHaveText('请写题目。')
  await soundInEveryLook(page, 'suggesting', isMobile)
  const of_member = await suggest(page, place, `加装电梯${mark}`)
  await soundInEveryLook(page, 'a suggestion of mine', isMobile)

  const bureau = await another(browser, origin, 'department_handler')
  const of_bureau = await suggest(bureau, place, `污水管网${mark}`)

  await desk.goto(`/suggestions?q=${encodeURIComponent(mark)}`)
  await expect(desk.locator('tbody tr')).toHaveCount(2)
  await take(desk, of_member, '通过初筛', '切口小，列入遴选。')
  await take(desk, of_bureau, '不采纳', '部门可以直接办理。')
  await expect(desk.locator('[aria-labelledby=suggestion-history]')).toContainText('不采纳')

  await page.goto('/suggestions/own')
  const mine = page.locator('main li', { hasText: `加装电梯${mark}` })
  await expect(mine).toContainText('已通过初筛')
  await expect(mine).toContainText('切口小，列入遴选。')
  await soundInEveryLook(page, 'my suggestions', isMobile)
  await bureau.goto(of_bureau)
  await expect(bureau.locator('.answer-card')).toContainText('部门可以直接办理。')
  await expect(bureau.getByRole('button', { name: '撤回' })).toHaveCount(0)

  // the call ends while he writes: told so, and his words are still there, also after a reload
  await page.goto(`${place}/suggest`)
  await write(page, `停车难${mark}`)
  await desk.goto(place)
  await desk.getByRole('button', { name: '截止', exact: true }).click()
  await desk.getByLabel('理由').fill('已经足够。')
  await desk.locator('main form').getByRole('button', { name: '截止', exact: true }).click()
  await expect(desk.locator('.page-head')).toContainText('已截止')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: '不能再提交' })).toBeVisible()
  await expect(page.getByLabel('题目')).toHaveValue(`停车难${mark}`)
  await page.reload()
  await expect(page.getByRole('status').filter({ hasText: '已于' })).toBeVisible()
  await expect(page.getByLabel('题目')).toHaveValue(`停车难${mark}`)
  for (const one of [desk, bureau]) await one.context().close()
})

test('somebody of the public hands in by the form and reads the answer by the code', async ({
  page,
  browser,
  origin,
  isMobile,
}) => {
  test.setTimeout(180_000)
  const mark = `${isMobile ? '手机' : '桌面'}${Date.now()}`
  const desk = await another(browser, origin, 'office')
  await publish(desk, `公众征集${mark}`)
  await expect(desk.locator('.form-picture path')).toHaveAttribute('d', /^M/)
  const form = await desk.locator('a[href*="/c/"]').getAttribute('href')

  await page.goto(form!)
  await soundInEveryLook(page, 'the form of the public', isMobile)
  await page.getByLabel('题目').fill(`路灯不亮${mark}`)
  await page.getByLabel('您反映的问题和建议').fill('小区东门的路灯坏了两个月。')
  await page.reload() // a telephone puts its browser to sleep
  await page.getByLabel('姓名').fill('居民甲')
  await page.getByLabel('联系电话').fill('13800138000')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  const code = await page.locator('.answer-code').textContent()
  await soundInEveryLook(page, 'the receipt', isMobile)

  await desk.goto(`/suggestions?q=${encodeURIComponent(mark)}`)
  await desk.locator('tbody a').click()
  await expect(desk).toHaveURL(/\/suggestions\/[0-9a-f-]{36}$/)
  const suggestion = new URL(desk.url()).pathname
  await desk.getByLabel('为什么查看').fill('核实地点')
  await desk.getByRole('button', { name: '查看', exact: true }).click()
  await expect(desk.locator('[aria-labelledby=contact]')).toContainText('13800138000')
  await take(desk, suggestion, '转其他渠道', '已转城管部门维修。')

  await page.goto('/answer')
  await page.getByLabel('查询码').fill('00000-00000-00000')
  await page.getByRole('button', { name: '查询', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('没有这个查询码')
  await page.getByLabel('查询码').fill(code!.toLowerCase())
  await page.getByRole('button', { name: '查询', exact: true }).click()
  await expect(page.locator('article')).toContainText('已转城管部门维修。')
  await expect(page.locator('article')).toContainText('提案')
  await soundInEveryLook(page, 'the answer by code', isMobile)
  await desk.context().close()
})
