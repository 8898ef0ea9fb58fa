// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Every screen of accounts, roles and one's own account, in every look.
import { expect, see, test as base } from './person'
import { codeOf, ownHouse, signIn, signOut, type OwnHouse } from './own_house'
import { soundInEveryLook } from './soundness'

const test = base.extend<object, { house: OwnHouse }>({
  house: [
    async ({}, use) => {
      const house = await ownHouse([
        { login: 'system', name: '赵系统', role: 'system_administrator' },
        { login: 'security', name: '钱安全', role: 'security_administrator' },
        { login: 'wang', name: '王小协', role: 'office' },
        { login: 'sun', name: '孙小商', role: 'member' },
      ])
      await use(house)
      await house.end()
    },
    { scope: 'worker' },
  ],
  origin: async ({ house }, use) => use(house.origin),
})

test('accounts, roles and my account in light, dark and large text', async ({ page, isMobile }) => {
  test.setTimeout(600_000)
  await see(page, { theme: 'light', size: 'normal', language: 'zh-CN' })
  const shots = process.env.XIESHANG_SHOTS // a folder for who wants to look
  const sound = async (name: string, ready: string) => {
    await expect(page.locator(ready).first()).toBeVisible()
    if (shots)
      await page.screenshot({
        path: `${shots}/${name}-${isMobile ? 'phone' : 'desktop'}.png`,
        fullPage: true,
      })
    await soundInEveryLook(page, name, isMobile)
  }
  const check = async (path: string, name: string, ready: string) => {
    await page.goto(path)
    await sound(name, ready)
  }
  await signIn(page, 'system')
  await expect(page).toHaveURL(/\/accounts$/)
  await sound('accounts', '.row-link')
  await check('/accounts?q=nobody', 'no accounts', '.empty-state')
  await check('/accounts/new', 'new account', 'form input')
  await page.goto('/accounts')
  await page.getByRole('link', { name: '王小协' }).click()
  await page.getByRole('button', { name: /生成/ }).click()
  await sound('link', '.link-code')
  await page.getByRole('button', { name: '停用账号' }).click()
  await sound('suspend', '.note-amber')
  await signOut(page)
  await signIn(page, 'security')
  await expect(page).toHaveURL(/\/roles$/)
  await sound('roles', '.row-link')
  await page.getByRole('link', { name: '孙小商' }).click()
  await sound('roles of one', '.role-row')
  const login = isMobile ? 'sun' : 'wang' // a factor of one project is none of the other
  await signOut(page)
  await signIn(page, login)
  await check('/account', 'my account', '.own-session')
  await page.getByRole('button', { name: '设置两步验证' }).click()
  await sound('adding a factor', '.factor-picture')
  const secret = await page.locator('.factor-secret').innerText()
  await page.getByLabel('验证码').fill(codeOf(secret))
  await page.getByRole('button', { name: '启用', exact: true }).click()
  await sound('recovery codes', '.recovery-codes')
  await page.getByRole('button', { name: '我已保存好' }).click()
  await page.getByRole('button', { name: '解除两步验证' }).click()
  await sound('giving a factor up', '.note-amber')
  await signOut(page)
  await signIn(page, login)
  await sound('second step', 'input[name=code]')
})
