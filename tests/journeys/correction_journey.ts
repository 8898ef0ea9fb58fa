// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 办公室人员小张 corrects what was read: no word of the document is lost on the way.
import type { Page } from '@playwright/test'
import { planInATable, wordFile } from '../support/office_file.mjs'
import { blanks, enter, expect, save, seeSide, take, test } from './person'

const outline = `云栖区政协2026年协商工作计划
一、重点议题
（一）常委会会议协商议题
1. 推进老旧小区改造
2. 优化基层医疗资源
布局
（二）主席会议协商议题
1. 支持专精特新企业发展
2. 提升政务服务水平
3. 发展乡村旅游
（三）专题协商会议协商议题
1. 完善社区嵌入式托育服务
2. 提升社区助餐水平
3. 推进垃圾分类
4. 建设口袋公园
（四）民主监督议题
1. 校园周边食品安全整治
2. 河道水质改善
3. 无障碍设施建设
二、措施
加强组织领导，注重成果运用。
云栖区政协办公室
— 1 —
`

const line = (page: Page, words: string) => page.locator('.doc-line', { hasText: words })
const titles = (page: Page) =>
  page
    .locator('.topic-card-title textarea')
    .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))
// By its button, which on a narrow screen may stand behind 更多.
async function act(page: Page, name: RegExp): Promise<void> {
  const button = page.locator('.correct-tools').getByRole('button', { name })
  if (!(await button.isVisible())) await page.getByRole('button', { name: '更多' }).first().click()
  await button.click()
}
const kept = (page: Page) => expect(page.locator('.correct-kept')).toContainText('已自动保存')

test('a Word plan with a table is imported and corrected', async ({ page }) => {
  await enter(page, 'office')
  const stray = ['— 1 —', '推进既有住宅加装电梯']
  await take(page, '计划.docx', wordFile([...planInATable(34), ...stray, blanks()]))
  await expect(page.locator('.topic-card')).toHaveCount(34)

  // The page number is nothing of the plan, the paragraph behind the table is a topic of its own.
  await line(page, '— 1 —').click()
  await page.getByRole('button', { name: /^忽略/ }).click()
  await page.getByRole('button', { name: '页眉页脚' }).click()
  await expect(line(page, '— 1 —')).toContainText('忽略：页眉页脚')
  await line(page, '加装电梯').click()
  await page.getByRole('button', { name: /设为议题/ }).click()
  await expect(line(page, '加装电梯')).toContainText('议题')
  await expect(page.locator('.topic-card')).toHaveCount(35)

  // A wrong kind, and the order.
  await seeSide(page, '读出的内容')
  const first = page.locator('.topic-card').first()
  await first.getByLabel('协商形式').selectOption({ label: '民主监督' })
  const before = await titles(page)
  await first.getByRole('button', { name: '下移' }).click()
  expect((await titles(page)).slice(0, 2)).toEqual([before[1], before[0]])
  await kept(page)

  const plan = await save(page)
  await expect(page.locator('.kind-head').first()).toBeVisible()
  await expect(page.locator('.topic-row', { hasText: '加装电梯' })).toBeVisible()
  await expect(page.locator('.ignored-list')).toContainText('— 1 —')
  await expect(page.locator('.ignored-list')).toContainText('页眉页脚')
  expect(plan).toMatch(/\/plans\//)
})

test('nothing is saved while a character has no place', async ({ page }) => {
  await enter(page, 'office')
  await take(page, '计划.txt', Buffer.from(outline + blanks()))
  await line(page, '加强组织领导').click()
  await act(page, /取消归位/)
  await expect(line(page, '加强组织领导')).toContainText('未归位')
  await page.locator('.correct-save').click()
  await expect(page).toHaveURL(/\/import\/.+/)
  await expect(page.locator('.doc-line:focus')).toContainText(/加强组织领导|— 1 —/)
})

test('an outline is put right by keyboard, one action a fault, and undone again', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has no keyboard')
  await enter(page, 'office')
  await take(page, '计划.txt', Buffer.from(outline + blanks()))
  let actions = 0
  const press = async (key: string) => {
    actions += 1
    await page.keyboard.press(key)
  }
  // Two lines of one title, which the reading took apart.
  await line(page, '布局').last().click()
  await press('f')
  await page.keyboard.press('Enter')
  expect(await titles(page)).toContain('优化基层医疗资源布局')

  // Faults are planted by hand: two topics made one, a line without a place.
  await line(page, '提升社区助餐水平').click()
  await page.keyboard.press('m')
  expect(await titles(page)).toContain('完善社区嵌入式托育服务提升社区助餐水平')
  await line(page, '河道水质改善').click()
  await page.keyboard.press('u')
  await expect(line(page, '河道水质改善')).toContainText('未归位')

  await line(page, '提升社区助餐水平').click()
  await press('x')
  await line(page, '河道水质改善').click()
  await press('t')
  await expect(line(page, '河道水质改善')).toContainText('民主监督')
  expect(actions).toBe(3)

  await page.keyboard.press('n')
  const left = page.locator('.doc-line:focus')
  if (await left.filter({ hasText: '未归位' }).count()) {
    await page.keyboard.press('i')
    await expect(page.locator('.correct-reason input')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(left).toHaveCount(0)
    await expect(page.locator('.correct-reason input')).toBeFocused() // no reason is taken unasked
    await page.keyboard.insertText('页码')
    await page.keyboard.press('Enter')
  }
  await expect(page.locator('.correct-progress')).toContainText('都有去处')

  const now = await titles(page)
  await line(page, '无障碍设施建设').click()
  await page.keyboard.press('m')
  expect(await titles(page)).not.toEqual(now)
  await page.keyboard.press('Control+z')
  expect(await titles(page)).toEqual(now)
  await page.keyboard.press('Control+y')
  expect(await titles(page)).not.toEqual(now)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('?')
  await expect(page.locator('.correct-keys')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.correct-keys')).toHaveCount(0)
  await save(page)
})

test('an unfinished correction is there again, on another machine, too', async ({
  page,
  browser,
  origin,
}) => {
  await enter(page, 'office')
  await take(page, '计划.txt', Buffer.from(outline + blanks()))
  await seeSide(page, '读出的内容')
  await page.locator('.topic-card-title textarea').first().fill('推进老旧小区与街巷改造')
  await kept(page)
  const context = await browser.newContext({ baseURL: origin, locale: 'zh-CN' })
  const elsewhere = await context.newPage()
  await enter(elsewhere, 'office')
  await elsewhere.goto(new URL(page.url()).pathname)
  await expect(elsewhere.locator('.topic-card-title textarea').first()).toHaveValue(
    '推进老旧小区与街巷改造',
  )
  await context.close()
})

test('two people at one import are told, and nothing is written over unasked', async ({
  page,
  browser,
  origin,
}) => {
  await enter(page, 'office')
  await take(page, '计划.txt', Buffer.from(outline + blanks()))
  const address = new URL(page.url()).pathname
  const context = await browser.newContext({ baseURL: origin, locale: 'zh-CN' })
  const colleague = await context.newPage()
  await enter(colleague, 'office')
  await colleague.goto(address)
  await expect(colleague.locator('.correct-visitors')).toBeVisible()
  await expect(page.locator('.correct-visitors')).toBeVisible({ timeout: 20_000 })

  // What the colleague keeps shows by itself while nothing of one's own is open.
  for (const one of [page, colleague]) await seeSide(one, '读出的内容')
  await colleague.locator('.topic-card-title textarea').first().fill('同事的题目')
  await kept(colleague)
  await expect(page.locator('.topic-card-title textarea').first()).toHaveValue('同事的题目')

  // Both change at once: the later one is asked.
  await page.route('**/correction', async (route) => {
    if (route.request().method() === 'PUT') await new Promise((later) => setTimeout(later, 4000))
    await route.continue()
  })
  await page.locator('.topic-card-title textarea').first().fill('我的题目')
  await colleague.locator('.topic-card-title textarea').nth(1).fill('同事的第二个题目')
  await kept(colleague)
  const note = page.locator('.correct-stale')
  await expect(note).toContainText('同事的第二个题目', { timeout: 20_000 })
  await page.unroute('**/correction')
  await note.getByRole('button', { name: /用我的/ }).click()
  await kept(page)
  await expect(colleague.locator('.topic-card-title textarea').first()).toHaveValue('我的题目')
  await context.close()
})
