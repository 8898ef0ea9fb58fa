// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What somebody else changes shows on an open page by itself.
import { enter, expect, save, test, upload } from './person'
import { newName, newPerson } from './register'

test('a reader sees the change that the office makes, without loading the page again', async ({
  page,
  browser,
  origin,
}) => {
  await enter(page, 'office')
  await upload(page)
  const plan = await save(page)
  const context = await browser.newContext({ baseURL: origin, locale: 'zh-CN' })
  const reader = await context.newPage()
  await enter(reader, 'reader')
  const listening = reader.waitForResponse((answer) => answer.url().endsWith('/api/events'))
  await reader.goto(plan)
  await listening
  await expect(reader.locator('main h1')).toContainText('云栖')
  await reader.evaluate(() => document.body.setAttribute('data-loaded', 'once'))

  await page.goto(`${plan}/edit`)
  await page.getByLabel('计划名称').fill('云栖区政协2025年协商工作计划（征求意见稿）')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page).toHaveURL(new RegExp(`${plan}$`))

  await expect(reader.locator('main h1')).toContainText('（征求意见稿）')
  await expect(reader.locator('body')).toHaveAttribute('data-loaded', 'once')
  await context.close()
})

test('a desk sees the person that another desk enters', async ({ page, browser, origin }) => {
  const { name } = newName()
  const context = await browser.newContext({ baseURL: origin, locale: 'zh-CN' })
  const other = await context.newPage()
  await enter(other, 'office')
  const listening = other.waitForResponse((answer) => answer.url().endsWith('/api/events'))
  await other.goto(`/people?q=${encodeURIComponent(name)}`)
  await listening
  await expect(other.locator('main')).toContainText('没有符合条件的人员')
  await other.evaluate(() => document.body.setAttribute('data-loaded', 'once'))

  await enter(page, 'office')
  await newPerson(page, name)
  await expect(other.locator('tbody tr')).toContainText(name)
  await expect(other.locator('body')).toHaveAttribute('data-loaded', 'once')
  await context.close()
})
