// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 三员分立: the system administrator makes an account, its person sets a password by the code, the
// security administrator gives a role; then the person changes the password and ends a session.
import { expect, test as base } from './person'
import { ownHouse, password, signIn, signOut, type OwnHouse } from './own_house'

const test = base.extend<object, { house: OwnHouse }>({
  house: [
    async ({}, use) => {
      const house = await ownHouse([
        { login: 'system', name: '赵系统', role: 'system_administrator' },
        { login: 'security', name: '钱安全', role: 'security_administrator' },
      ])
      await use(house)
      await house.end()
    },
    { scope: 'worker' },
  ],
  origin: async ({ house }, use) => use(house.origin),
})

test('an account in three hands', async ({ page, browser, origin, isMobile }) => {
  const login = isMobile ? 'sun' : 'li'
  await signIn(page, 'system')
  await expect(page).toHaveURL(/\/accounts$/)
  await page.getByRole('button', { name: '新建账号' }).click()
  // the list's search speaks of names as well, and stays until the form is there
  await expect(page.getByRole('heading', { name: '新建账号' })).toBeVisible()
  await page.getByLabel('姓名').fill('李小商')
  await page.getByLabel('登录名').fill(login)
  await page.getByRole('button', { name: '建立账号' }).click()
  const code = await page.locator('.link-code').innerText()

  await signOut(page)
  await page.goto('/account-link')
  await page.getByLabel('代码').fill(code.toLowerCase())
  await page.getByLabel('新密码').fill(password)
  await page.getByLabel('再输一遍密码').fill(password)
  await page.getByRole('button', { name: '设置密码并登录' }).click()
  await expect(page).toHaveURL(/\/account$/) // without a role there is nothing else to see

  await signOut(page)
  await signIn(page, 'security')
  await expect(page).toHaveURL(/\/roles$/)
  await page.getByPlaceholder('按姓名、拼音或登录名查找').fill(login)
  await page.getByRole('link', { name: '李小商' }).first().click()
  await page.getByRole('button', { name: '授予 办公室' }).click()
  await expect(page.getByRole('button', { name: '收回 办公室' })).toBeVisible()
  await page.getByRole('button', { name: '授予 安全审计员' }).click()
  await expect(page.locator('.note-red')).toContainText('三员分立')

  await signOut(page)
  await signIn(page, login)
  await expect(page.getByRole('button', { name: '导入' }).first()).toBeVisible()
  const elsewhere = await browser.newContext({ baseURL: origin, locale: 'zh-CN' })
  await signIn(await elsewhere.newPage(), login)
  await page.goto('/account')
  await expect(page.locator('.own-session')).toHaveCount(2)
  await page.getByRole('button', { name: '让它退出' }).click()
  await expect(page.locator('.own-session')).toHaveCount(1)
  await elsewhere.close()

  await page.getByLabel('现在的密码').fill(password)
  await page.getByLabel('新密码').fill('password')
  await page.getByLabel('再输一遍密码').fill('password')
  await page.getByLabel('再输一遍密码').press('Enter')
  await expect(page.locator('.field-error')).toContainText('太常见')
  await page.getByLabel('新密码').fill('滟滟随波千万里何处春江')
  await page.getByLabel('再输一遍密码').fill('滟滟随波千万里何处春江')
  await page.getByLabel('再输一遍密码').press('Enter')
  await expect(page.locator('.el-message')).toContainText('密码已修改')
  await signOut(page)
  await signIn(page, login, '滟滟随波千万里何处春江')
  await expect(page).toHaveURL(/\/plans$/)
})
