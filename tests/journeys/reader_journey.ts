// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 读者老李: sees everything, is offered no change.
import { enter, expect, test } from './person'

test('a reader reads plans and topics and is offered no edit', async ({ page }) => {
  await enter(page, 'reader')
  await expect(page.getByRole('link', { name: '导入' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /导入/ })).toHaveCount(0)
  await page.locator('.row-link').first().click()
  await expect(page.locator('.topic-row').first()).toBeVisible()
  await expect(page.locator('.page-actions button')).toHaveCount(0)
  const plan = new URL(page.url()).pathname
  await page.locator('.topic-row').first().click()
  await expect(page.locator('#topic-facts + dl')).toBeVisible()
  await expect(page.locator('.page-actions button')).toHaveCount(0)
  await page.goto('/import')
  await expect(page.locator('input[type=file]')).toHaveCount(0)
  await page.goto(`${plan}/steps/discard`)
  await expect(page.locator('textarea')).toHaveCount(0)
})

test('a stranger is asked to sign in and comes back to the page asked for', async ({ page }) => {
  await page.goto('/plans?state=draft')
  await expect(page).toHaveURL(/\/sign-in\?back=/)
  await page.locator('.account-button', { hasText: '李小商' }).click()
  await expect(page).toHaveURL(/\/plans\?state=draft$/)
})

test('the chosen language and appearance stay', async ({ page }, info) => {
  await enter(page, 'reader')
  if (info.project.name === 'phone') await page.locator('.top-bar .icon-button').click()
  await page.getByRole('button', { name: 'English' }).locator('visible=true').click()
  await page.locator('.switch[aria-pressed]').locator('visible=true').click()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('html')).toHaveClass(/large/)
  await expect(page.locator('main h1')).toHaveText('Consultation plans')
})

test('a sign-out leaves nothing in the browser but how one wants to see it', async ({
  page,
}, info) => {
  const menu = async () => {
    if (info.project.name === 'phone') await page.locator('.top-bar .icon-button').click()
  }
  await enter(page, 'reader')
  await menu()
  await page.locator('.switch[aria-pressed]').locator('visible=true').click()
  await expect(page.locator('html')).toHaveClass(/large/)
  await page.evaluate(() => localStorage.setItem('left behind', 'by somebody'))
  await page.getByRole('button', { name: '退出登录' }).locator('visible=true').click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.reload()
  await expect(page.locator('html')).toHaveClass(/large/)
  expect(await page.evaluate(() => localStorage.getItem('left behind'))).toBeNull()
  await enter(page, 'reader')
  await expect(page.locator('.row-link').first()).toBeVisible()
})

test('a former member is refused, and told so', async ({ page }) => {
  await enter(page, 'former_member')
  await expect(page.locator('main [role=alert]')).toContainText('不是在任委员')
  await expect(page.locator('.row-link')).toHaveCount(0)
  for (const path of ['/api/plans', '/api/search?q=养老'])
    expect((await page.request.get(path)).status(), path).toBe(403)
})
