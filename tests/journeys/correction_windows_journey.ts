// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Two windows at one import: nothing is written over unsaid, and no word is lost when a plan is made
// of it meanwhile.
import type { BrowserContext, Page } from '@playwright/test'
import { planInATable, wordFile } from '../support/office_file.mjs'
import { blanks, enter, expect, save, seeSide, take, test } from './person'

test.beforeEach(async ({ page }) => {
  await enter(page, 'office')
  await take(page, '计划.docx', wordFile([...planInATable(3), blanks()]))
})

// At the same import, both windows at what was read.
async function secondWindow(page: Page, context: BrowserContext): Promise<Page> {
  const other = await context.newPage()
  await other.goto(page.url())
  for (const window of [page, other]) await seeSide(window, '读出的内容')
  return other
}

test('a field that another window changes under the cursor is told, and comes back', async ({
  page,
  context,
}) => {
  const other = await secondWindow(page, context)
  const title = page.locator('.topic-card-title textarea').first()
  const was = await title.inputValue()
  await title.focus()
  await other.locator('.topic-card-title textarea').first().fill('另一个窗口的名称')
  await expect(title).toHaveValue('另一个窗口的名称')
  const told = page.locator('.correct-arrivals')
  await expect(told).toContainText('王小协')
  await expect(told).toContainText(`原来：${was} · 现在：另一个窗口的名称`)
  await told.getByRole('button', { name: '退回改动之前' }).click()
  await expect(title).toHaveValue(was)
  await expect(told).toHaveCount(0)
  await expect(other.locator('.correct-arrivals')).toContainText(`现在：${was}`)
  await other.close()
})

test('words that were not kept when a plan was made of the import can be taken along', async ({
  page,
  context,
}) => {
  const other = await secondWindow(page, context)
  await page.route('**/correction', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  )
  await page.locator('.topic-card-title textarea').first().fill('没有存上的名称')
  const plan = await save(other)
  const told = page.locator('.correct-left-words')
  await expect(told).toContainText('已把这份导入存为计划')
  await expect(told.getByRole('textbox')).toHaveValue(/没有存上的名称/)
  await told.getByRole('button', { name: '复制这些文字' }).click()
  await expect(page.locator('.el-message').last()).toContainText('已复制')
  await expect(told.getByRole('link')).toHaveAttribute('href', plan)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.unroute('**/correction')
  await page.reload()
  await expect(told.getByRole('textbox')).toHaveValue(/没有存上的名称/)
})

test('a window that was closed is not there any more', async ({ page, context }) => {
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.locator('.correct-visitors')).toBeVisible()
  await other.close({ runBeforeUnload: true })
  const asked = () =>
    page.waitForResponse((answer) => answer.url().endsWith('/visits')).then((one) => one.json())
  await expect.poll(async () => ((await asked()) as { others: unknown[] }).others).toEqual([])
  await expect(page.locator('.correct-visitors')).toHaveCount(0)
})
