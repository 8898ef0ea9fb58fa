// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 查找：whoever remembers two characters finds the topic, on the phone and at the desk.
import { enter, expect, test } from './person'

const topic = '满足老年人多元养老需求，提升养老服务水平'

test('a search finds 养老, in simplified and in traditional characters', async ({ page }) => {
  await enter(page, 'reader')
  await page.getByRole('button', { name: '搜索' }).click()
  const field = page.getByRole('combobox', { name: /要找的字词/ })
  await expect(field).toBeFocused()
  for (const words of ['养老', '養老', '養']) {
    await field.fill(words)
    await expect(page.locator('.found-list .hit-title', { hasText: topic })).toBeVisible()
    await expect(page.locator('.found-list mark').first()).toHaveText(
      words === '養' ? '养' : '养老',
    )
  }
  await page.locator('.found-list .hit-title', { hasText: topic }).click()
  await expect(page.locator('main h1')).toHaveText(topic)
})

test('all results are filtered by kind and year, and a document opens at its line', async ({
  page,
}) => {
  await enter(page, 'reader')
  await page.goto('/search?q=养老')
  await expect(page.locator('a.hit')).toHaveCount(2)
  await page.getByLabel('种类').selectOption('document')
  await expect(page.locator('a.hit')).toHaveCount(1)
  await page.getByLabel('年度').selectOption('2022')
  await expect(page.locator('a.hit')).toHaveCount(1)
  await page.goto('/search?q=养老&kind=document&year=2023') // a year of nothing is not offered
  await expect(page.locator('.empty-state')).toContainText('没有找到')
  await page.locator('.empty-state button').click()
  await page.locator('a.hit', { hasText: 'plan_2022' }).click()
  const line = page.locator('.doc-line[aria-current]')
  await expect(line).toContainText('养老')
  await expect(line).toBeInViewport()
})

test('everything is done by keyboard', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no keyboard')
  await enter(page, 'office')
  await expect(page.locator('.row-link').first()).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('養老')
  await expect(page.locator('.found-list .hit-title', { hasText: topic })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.search-dialog')).toBeHidden()
  await page.keyboard.press('/')
  await page.keyboard.type('養老院')
  await expect(page.locator('.search-note')).toHaveText('没有找到')
  await page.keyboard.press('Backspace')
  await expect(page.locator('.found-list .hit-title', { hasText: topic })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=/)
  await page.keyboard.press('/')
  await page.keyboard.type('养老')
  await expect(page.locator('.found-list .hit-title', { hasText: topic })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/(topics|import)\//)
})
