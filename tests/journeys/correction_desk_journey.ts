// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The desk at which a reading is corrected: what is in sight, where the focus goes, what is said.
import type { Page } from '@playwright/test'
import { planInATable, wordFile } from '../support/office_file.mjs'
import { blanks, enter, expect, seeSide, take, test } from './person'

const open = async (page: Page) => {
  await enter(page, 'office')
  await take(page, '计划.docx', wordFile([...planInATable(34), blanks(), '— 1 —']))
}
const word = (page: Page) => page.locator('.el-message').last()

// Lines of the document that nothing covers.
const inSight = (page: Page) =>
  page.evaluate(() => {
    const box = (name: string) => document.querySelector(name)!.getBoundingClientRect()
    const top = Math.max(box('.side-document .pane').top, box('.correct-tools').bottom)
    const bottom = box('.save-bar').top
    return [...document.querySelectorAll('.doc-line')]
      .map((one) => one.getBoundingClientRect())
      .filter((one) => one.top >= top - 1 && one.bottom <= bottom + 1).length
  })
const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)

test('the page does not scroll, and most of it is the document', async ({ page, isMobile }) => {
  await enter(page, 'office')
  const topics = Array.from({ length: 34 }, (_, at) => `${at + 1}. 改造第${at + 1}片老旧小区`)
  const head = ['云栖区政协2026年协商工作计划', '一、协商议题', '（一）主席会议协商议题']
  await take(page, '计划.txt', Buffer.from([...head, ...topics, blanks()].join('\n')))
  expect(await overhang(page)).toBeLessThanOrEqual(1)
  if (isMobile) return
  expect(await inSight(page)).toBeGreaterThanOrEqual(16)
  await page.evaluate(() => document.documentElement.classList.add('large'))
  await expect(page.locator('[data-more]')).toBeVisible()
  expect(await overhang(page)).toBeLessThanOrEqual(1)
  expect(await inSight(page)).toBeGreaterThanOrEqual(8)
  await page.evaluate(() => document.documentElement.classList.remove('large'))
  await page.setViewportSize({ width: 683, height: 384 }) // 1366x768 at 200 %
  expect(await overhang(page)).toBeLessThanOrEqual(1)
  expect(await inSight(page)).toBeGreaterThanOrEqual(4)
})

test('what changes the kind of marked topics stays in sight', async ({ page }) => {
  await open(page)
  await seeSide(page, '读出的内容')
  for (const at of [8, 9]) await page.locator('.topic-card-mark input').nth(at).check()
  await expect(page.getByText('已选 2 个议题')).toBeInViewport()
  await page.getByLabel('所选议题的协商形式').selectOption({ label: '民主监督' })
  const kinds = page.locator('.topic-card-kind select')
  await expect(kinds.nth(8)).toHaveValue('supervision')
  await expect(kinds.nth(9)).toHaveValue('supervision')
})

test('on a phone the other side shows what was chosen, there and back', async ({
  page,
  isMobile,
}) => {
  test.skip(!isMobile, 'a desktop shows both sides')
  await open(page)
  const chosen = page.locator('.doc-line').nth(30)
  await chosen.click()
  const topic = page.locator('.topic-card.doc-lit')
  await seeSide(page, '读出的内容')
  await expect(topic).toBeInViewport()
  await seeSide(page, '原文')
  await expect(chosen).toBeInViewport()
  await expect(page.getByRole('button', { name: /^忽略/ })).toBeInViewport({ ratio: 1 })
  const bar = (await page.locator('.save-bar').boundingBox())!
  expect(bar.height).toBeLessThanOrEqual(64)
})

test('what cannot be done says why', async ({ page }) => {
  await open(page)
  await seeSide(page, '读出的内容')
  await page.getByRole('button', { name: '从光标处拆成两个议题' }).first().click()
  await expect(word(page)).toContainText('请先点一下议题名称里要拆开的地方')
  await page.getByRole('button', { name: '添加议题' }).click()
  await expect(page.locator('.topic-card').nth(34).locator('textarea').first()).toBeFocused()
})

test('a line is not hidden by the question why it is ignored', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no keyboard')
  await open(page)
  const line = page.locator('.doc-line').nth(12)
  await line.click()
  await page.keyboard.press('x')
  await expect(word(page)).toContainText('这是议题的第一行')
  await page.keyboard.press('i')
  const box = (await line.boundingBox())!
  const tools = (await page.locator('.correct-tools').boundingBox())!
  expect(box.y).toBeGreaterThanOrEqual(tools.y + tools.height - 1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+s') // a line has no place yet: it is shown instead
  await expect(page.locator('.doc-line:focus')).toContainText('— 1 —')
})

test('one window that is reloaded is not two', async ({ page }) => {
  await open(page)
  const others = page.waitForResponse((answer) => answer.url().endsWith('/visits'))
  await page.reload()
  await others
  const seen = await page.waitForResponse((answer) => answer.url().endsWith('/visits'))
  expect(((await seen.json()) as { others: unknown[] }).others).toEqual([])
  await expect(page.locator('.correct-visitors')).toHaveCount(0)
})

test('without a network nothing is saved, and the page says so', async ({ page, context }) => {
  await enter(page, 'office')
  await take(page, '计划.docx', wordFile([...planInATable(3), blanks()]))
  await context.setOffline(true)
  await page.locator('.correct-save').click()
  await expect(page.getByText('计划没有保存')).toBeInViewport()
  await context.setOffline(false)
  await expect(page.getByText('现在可以再按“保存为草稿”')).toBeInViewport()
  await page.locator('.correct-save').click()
  await expect(page).toHaveURL(/\/plans\/.+/)
})

test('a saving whose answer was lost is one plan, after a reload, too', async ({ page }) => {
  await enter(page, 'office')
  await take(page, '计划.docx', wordFile([...planInATable(3), blanks()]))
  let made = ''
  await page.route('**/api/plan-documents/*/plan', async (route) => {
    if (made !== '') return route.continue()
    made = ((await (await route.fetch()).json()) as { id: string }).id
    await route.abort()
  })
  await page.locator('.correct-save').click()
  await expect(page.getByText('同一次提交只会生效一次')).toBeInViewport()
  await expect(page.getByText('再次保存会得到另一份计划')).toHaveCount(0)
  await page.reload()
  await expect(page.getByText('上一次保存没有收到服务器的答复')).toBeVisible()
  await page.locator('.correct-save').click()
  await expect(page).toHaveURL(new RegExp(`/plans/${made}$`))
})

test('a reader sees plain words and no fields', async ({ page, browser, origin }) => {
  await enter(page, 'office')
  await take(page, '计划.docx', wordFile([...planInATable(34), blanks()]))
  const place = new URL(page.url()).pathname
  await page.locator('.correct-save').click()
  await expect(page).toHaveURL(/\/plans\/.+/)
  const context = await browser.newContext({ baseURL: origin, locale: 'zh-CN' })
  const reader = await context.newPage()
  await enter(reader, 'reader')
  await reader.goto(place)
  await expect(reader.locator('.view-topic')).toHaveCount(34)
  await expect(reader.locator('main').locator('input, textarea, select')).toHaveCount(0)
  await context.close()
})

test('the keys are shown at once, by letter and by button', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no keyboard')
  await open(page)
  const keys = page.locator('.correct-keys')
  await page.keyboard.press('?')
  await expect(keys.getByText('设为议题')).toBeInViewport()
  await page.keyboard.press('?')
  await expect(keys).toHaveCount(0)
  await page.getByRole('button', { name: '快捷键' }).click()
  await expect(keys.getByText('设为议题')).toBeInViewport()
  await page.getByRole('button', { name: '快捷键' }).click()
  await page.locator('.doc-line').nth(5).click()
  await page.keyboard.press('?')
  await expect(keys).toHaveCount(1)
})

test('a year that is none stays, is told, and is not saved', async ({ page }) => {
  await enter(page, 'office')
  await take(page, '计划.docx', wordFile([...planInATable(3), blanks()]))
  await seeSide(page, '读出的内容')
  const year = page.getByLabel('年度')
  for (const typed of ['二〇二七', '99999']) {
    await year.fill(typed)
    await expect(page.getByText('年度应为四位数字')).toBeVisible()
    await expect(year).toHaveValue(typed)
  }
  await page.getByLabel('政协委员会').focus()
  await page.locator('.correct-save').click()
  await expect(year).toBeFocused()
  await expect(page).toHaveURL(/\/import\//)
  await expect(page.locator('.own-words')).toHaveCount(0)
  await page.reload()
  await expect(page.locator('.correct-sides, .topic-card').first()).toBeAttached()
  await seeSide(page, '读出的内容')
  await expect(year).toHaveValue('99999')
  await year.fill('2027')
  await expect(page.getByText('年度应为四位数字')).toHaveCount(0)
  await page.locator('.correct-save').click()
  await expect(page).toHaveURL(/\/plans\/.+/)
})

test('a title that is too long is told while it is typed, in sight of its field', async ({
  page,
}) => {
  await enter(page, 'office')
  await take(page, '计划.docx', wordFile([...planInATable(3), blanks()]))
  await seeSide(page, '读出的内容')
  const title = page.locator('.topic-card-title textarea').nth(1)
  await title.fill('很长'.repeat(1001))
  const told = page.getByText('现有 2002 个字，最多 200 个字')
  await expect(told).toBeVisible()
  await page.locator('.correct-save').click()
  await expect(title).toBeFocused()
  await expect(told).toBeInViewport({ ratio: 1 })
  await expect(title).toBeInViewport({ ratio: 1 })
})
