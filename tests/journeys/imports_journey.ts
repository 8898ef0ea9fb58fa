// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 办公室人员小张 is called away in the middle of an import: what is not a plan yet is found again, and
// the same file comes in twice only on purpose.
import { blanks, enter, expect, plan_text, save, seeSide, take, test } from './person'

const fresh = () => Buffer.from(`${plan_text}\n${blanks()}`)

test('an unfinished import is found again, and the same file leads to it', async ({ page }) => {
  await enter(page, 'office')
  const bytes = fresh()
  await take(page, '做到一半.txt', bytes)
  const address = new URL(page.url()).pathname
  await seeSide(page, '读出的内容')
  await page.locator('.topic-card-title textarea').first().fill('改到一半的题目')
  await expect(page.locator('.correct-kept')).toContainText('已自动保存')

  await page.goto('/import')
  const row = page.locator('tbody tr').first()
  await expect(row).toContainText('做到一半.txt')
  await expect(row).not.toContainText('尚未校正')
  await row.locator('.row-link').click()
  await expect(page).toHaveURL(new RegExp(`${address}$`))
  await seeSide(page, '读出的内容')
  await expect(page.locator('.topic-card-title textarea').first()).toHaveValue('改到一半的题目')

  await page.goto('/import')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '又一次.txt', mimeType: 'text/plain', buffer: bytes })
  const note = page.getByRole('alert')
  await expect(note).toContainText('校正还没有完成')
  await note.getByRole('link', { name: '接着校正' }).click()
  await expect(page).toHaveURL(new RegExp(`${address}$`))
})

test('an import is discarded with a reason and restored', async ({ page }) => {
  await enter(page, 'office')
  await take(page, '传错的文件.txt', fresh())
  const address = new URL(page.url()).pathname
  await page.goto('/import')
  const row = page.locator('tbody tr', { has: page.locator(`.row-link[href="${address}"]`) })
  await row.locator('.row-do').click()
  await page.getByRole('button', { name: '作废' }).click()
  await expect(page.locator('.field-error')).toHaveText('请写明理由。')
  await page.getByLabel('理由').fill('传错了')
  await page.getByRole('button', { name: '作废' }).click()
  await expect(page).toHaveURL(/\/import$/)
  await expect(page.locator('.loading-block')).toHaveCount(0)
  await expect(row).toHaveCount(0)
  await page.getByLabel('状态').selectOption({ label: '已作废' })
  await expect(row).toHaveCount(1)
  await row.locator('.row-link').click()
  await expect(page.getByRole('status').filter({ hasText: '已作废' })).toBeVisible()
  await expect(page.locator('.correct-save')).toHaveCount(0)
  await page.getByRole('link', { name: '恢复' }).click()
  await page.getByLabel('理由').fill('还要用')
  await page.getByRole('button', { name: '恢复' }).click()
  await expect(page).toHaveURL(new RegExp(`${address}$`))
  await expect(page.locator('.correct-save')).toBeVisible()
})

test('a second plan of a file is made only on purpose', async ({ page }) => {
  await enter(page, 'office')
  const bytes = fresh()
  await take(page, '计划.txt', bytes)
  const plan = await save(page)

  await page.goto('/import')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '计划 (1).txt', mimeType: 'text/plain', buffer: bytes })
  const note = page.getByRole('alert')
  await expect(note).toContainText('已经存为计划')
  await expect(note.getByRole('link')).toHaveAttribute('href', plan)
  await note.getByRole('button', { name: '仍要再导入一份' }).click()
  await expect(page).toHaveURL(/\/import\/.+/)
  const known = page.getByRole('status').filter({ hasText: '已经存为计划' })
  await expect(known.getByRole('link')).toHaveAttribute('href', plan)

  await page.locator('.correct-save').click()
  await expect(note.getByRole('link')).toHaveAttribute('href', plan)
  await expect(page).toHaveURL(/\/import\/.+/)
  await note.getByRole('button', { name: '仍要另存一份计划' }).click()
  await expect(page).toHaveURL(/\/plans\/.+/)
  expect(new URL(page.url()).pathname).not.toBe(plan)
})

test('a reader is told of no import', async ({ page, browser, origin }) => {
  await enter(page, 'office')
  await take(page, '计划.txt', fresh())
  const address = new URL(page.url()).pathname
  const context = await browser.newContext({ baseURL: origin, locale: 'zh-CN' })
  const reader = await context.newPage()
  await enter(reader, 'reader')
  await reader.goto('/import')
  await expect(reader.locator('main h1')).toBeVisible()
  await expect(reader.locator('#imports-title')).toHaveCount(0)
  await reader.goto(address)
  await expect(reader.getByRole('alert')).toContainText('没有这份文件')
  await context.close()
})
