// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A table of 34 topics is put right without a mouse: few keys, and the focus is never lost.
import type { Page } from '@playwright/test'
import { planInATable, wordFile } from '../support/office_file.mjs'
import { blanks, enter, expect, take, test } from './person'

test.beforeEach(({ isMobile }) => {
  test.skip(isMobile, 'a phone has no keyboard')
})

// Rows of the table stand from the document's fourth line on.
const line = (row: number) => `#line-${row + 2}`
const title = (page: Page, words: string) =>
  page
    .locator('.topic-card-title textarea')
    .evaluateAll(
      (all, wanted) => all.some((one) => (one as HTMLTextAreaElement).value === wanted),
      words,
    )

async function tableWithFaults(page: Page): Promise<void> {
  const plan = planInATable(34)
  const rows = plan[2] as string[][]
  rows[10]![1] = '完善社区托育服务，提升社区助餐水平' // two topics in one row
  rows[20]![1] = '优化基层医疗'
  rows[21]![1] = '资源布局' // one topic in two rows
  rows[30]![2] = '主席会议协商' // of another kind
  await take(page, '计划.docx', wordFile([...plan, blanks()]))
  await expect(page.locator('.topic-card')).toHaveCount(34)
}

test('three wrong rows of 34 are put right with few keys', async ({ page }) => {
  await enter(page, 'office')
  await tableWithFaults(page)
  let keys = 0
  const press = async (...all: string[]) => {
    for (const key of all) {
      await page.keyboard.press(key)
      keys += 1
    }
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
  }
  const many = (key: string, times: number) => Array<string>(times).fill(key)

  // From the beginning of the page past the way back and the filters.
  await press(...many('Tab', 7))
  await expect(page.locator('#line-0')).toBeFocused()
  await press('1', '3') // the line's number
  await expect(page.locator(line(10))).toBeFocused()
  await press('Enter', 'End', ...many('ArrowLeft', 8), 'Control+Enter')
  await expect(page.locator('.topic-card')).toHaveCount(35)
  expect(await title(page, '完善社区托育服务，')).toBe(true)
  expect(await title(page, '提升社区助餐水平')).toBe(true)
  await press('Escape')
  await expect(page.locator(line(10))).toBeFocused()

  await press('2', '4', 'm')
  await expect(page.locator(line(21))).toBeFocused()
  expect(await title(page, '优化基层医疗资源布局')).toBe(true)

  await press('3', '3', 'k', 'ArrowDown', 'ArrowDown', 'Enter')
  await expect(page.locator(line(30))).toBeFocused()
  await expect(page.locator(line(30))).toContainText('民主监督')
  await expect(page.locator('.correct-progress')).toContainText('都有去处')
  console.log(`three wrong rows of 34: ${keys} keys`)
  expect(keys).toBeLessThanOrEqual(30)
})

test('the focus stays with a topic that is moved, merged or taken away', async ({ page }) => {
  await enter(page, 'office')
  await tableWithFaults(page)
  const button = (at: number, name: string) =>
    page.locator(`#topic-${at}`).getByRole('button', { name })
  await button(2, '上移').focus()
  await page.keyboard.press('Enter')
  await expect(button(1, '上移')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#topic-0 .topic-card-title textarea')).toBeFocused()
  expect(await page.locator('#topic-0 textarea').first().inputValue()).toContain('第3号')
  await button(4, '去掉这个议题').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.topic-card')).toHaveCount(33)
  await expect(page.locator('#topic-4 .topic-card-title textarea')).toBeFocused()
  // Enter leaves a title and puts no line break into it.
  await page.keyboard.press('Enter')
  await expect(page.locator('.doc-line:focus')).toContainText('第6号')
})
