// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The first start of a house: a server of its own, without demo data; its link makes three people.
import type { Page } from '@playwright/test'
import { expect, test as base } from './person'
import { startServer } from './server'

const test = base.extend<{ house: { url: string; link: string } }>({
  house: async ({}, use) => {
    const server = await startServer([])
    await use({ url: server.url, link: await server.says(/http\S+\/setup#token=\S+(?=\s)/) })
    await server.end()
  },
  origin: async ({ house }, use) => use(house.url),
})

const three = [
  { role: '系统管理员', name: '王小协', login: 'xitong', password: 'wide river at dawn' },
  { role: '安全管理员', name: '李小商', login: 'anquan', password: 'nine lanterns burning' },
  { role: '安全审计员', name: '陈小议', login: 'shenji', password: 'quiet ledger of rain' },
] as const

interface Account {
  role: string
  name: string
  login: string
  password: string
}

async function fill(page: Page, one: Account): Promise<void> {
  const part = page.locator('fieldset', { hasText: one.role })
  await part.getByLabel('姓名').fill(one.name)
  await part.getByLabel('登录名').fill(one.login)
  await part.getByLabel('密码*', { exact: true }).fill(one.password)
  await part.getByLabel('再输一遍密码').fill(one.password)
}

test('the first start makes three administrators, who are three people', async ({
  page,
  house,
}) => {
  await page.goto(house.link)
  const send = page.getByRole('button', { name: '建立三个账号' })
  await fill(page, three[0])
  await send.click()
  await expect(page.locator('.field-error')).toHaveCount(6)
  await expect(page.locator('fieldset').nth(1).getByLabel('姓名')).toBeFocused()
  await fill(page, three[1])
  await fill(page, { ...three[2], login: 'ＡＮＱＵＡＮ', password: 'password123' })
  await send.click()
  await expect(page.locator('.field-error')).toHaveCount(2)
  await expect(page.locator('fieldset').nth(2)).toContainText('三个人中已有人用了这个登录名')
  await fill(page, three[2])
  await send.click()
  await expect(page.getByRole('status')).toContainText('三个账号已建立')
  for (const one of three)
    await expect(page.getByRole('status')).toContainText(`${one.role} · ${one.name} · ${one.login}`)
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('这个链接不能再用')
  for (const one of three) {
    await page.goto('/sign-in')
    await page.getByLabel('登录名').fill(one.login)
    await page.getByLabel('密码').fill(one.password)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page).toHaveURL(/\/(accounts|roles|audit)$/)
    expect((await page.request.get('/api/plans')).status(), 'sees no content').toBe(403)
    await page.context().clearCookies()
  }
})
