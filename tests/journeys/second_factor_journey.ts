// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A second factor from end to end: added, asked for, replaced by a recovery code, lost and removed
// by the system administrator, who is named to the person.
import { expect, test as base } from './person'
import { codeOf, ownHouse, password, seenAlert, signIn, signOut, type OwnHouse } from './own_house'

const test = base.extend<object, { house: OwnHouse }>({
  house: [
    async ({}, use) => {
      const house = await ownHouse([
        { login: 'system', name: '赵系统', role: 'system_administrator' },
        { login: 'wang', name: '王小协', role: 'office' },
      ])
      await use(house)
      await house.end()
    },
    { scope: 'worker' },
  ],
  origin: async ({ house }, use) => use(house.origin),
})

test('a second factor is added, asked for, lost and removed', async ({ page, isMobile }) => {
  test.skip(isMobile, 'one house, one telephone')
  test.setTimeout(240_000)
  await signIn(page, 'wang')
  await expect(page).toHaveURL(/\/plans$/)
  await page.goto('/account')
  await page.getByRole('button', { name: '设置两步验证' }).click()
  const secret = await page.locator('.factor-secret').innerText()
  await page.getByLabel('验证码').fill('000000')
  await page.getByRole('button', { name: '启用', exact: true }).click()
  await expect(page.locator('.field-error')).toContainText('验证码不对')
  await page.getByLabel('验证码').fill(codeOf(secret))
  await page.getByRole('button', { name: '启用', exact: true }).click()
  await expect(page.locator('.recovery-codes code')).toHaveCount(10)
  const recovery = await page.locator('.recovery-codes code').first().innerText()
  await page.getByRole('button', { name: '我已保存好' }).click()

  await signOut(page)
  await signIn(page, 'wang')
  await page.getByLabel('验证码').fill(codeOf(secret, 1))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL(/\/plans$/)

  await signOut(page)
  await signIn(page, 'wang')
  await page.getByRole('button', { name: /用恢复码/ }).click()
  await page.getByLabel('恢复码').fill(recovery.toLowerCase())
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL(/\/plans$/)
  await page.goto('/account')
  await expect(page.getByText('还有 9 个恢复码')).toBeVisible()

  await signOut(page)
  await signIn(page, 'system')
  await page.goto('/accounts')
  await page.getByRole('link', { name: '王小协' }).click()
  await page.getByRole('button', { name: '解除丢失的两步验证' }).click()
  await page.getByRole('button', { name: '解除丢失的两步验证' }).click()
  await expect(page.locator('.facts')).toContainText('没有设置')

  await signOut(page)
  await signIn(page, 'wang', password)
  await expect(page).toHaveURL(/\/account$/)
  await seenAlert(page, '赵系统')
  await page.getByRole('button', { name: '我知道了' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.goto('/plans')
  await expect(page).toHaveURL(/\/plans$/)
})
