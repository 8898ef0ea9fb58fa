// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A person adds a passkey, signs in by it, and removes it; the authenticator is Chromium's virtual
// one.
import { expect, test, type CDPSession, type Page } from '@playwright/test'
import { freePort, ownServer, password } from './own_server'
import { soundInEveryLook } from './soundness'

let server: Awaited<ReturnType<typeof ownServer>>
let port = 0

test.beforeAll(async () => {
  port = await freePort()
  server = await ownServer(port)
})
test.afterAll(() => server.end())

async function authenticator(page: Page, isUserVerified = true): Promise<[CDPSession, string]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
    },
  })
  return [devtools, authenticatorId]
}

async function signInByPassword(page: Page): Promise<void> {
  await page.locator('input[name=username]').fill('wang')
  await page.locator('input[name=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await expect(page).toHaveURL(/\/plans$/)
}

test.describe('passkeys', () => {
  test.describe.configure({ mode: 'serial' })

  test('are added, sign in, are renamed and removed', async ({ page, isMobile }) => {
    const here = `http://localhost:${port}`
    const [devtools, device] = await authenticator(page)
    await page.goto(`${here}/sign-in`)
    await signInByPassword(page)
    await page.goto(`${here}/account`)
    const card = page.locator('[aria-labelledby=account-passkeys]')
    await expect(card).toContainText('您还没有通行密钥')
    await card.getByLabel('通行密钥的名称').fill('办公室电脑')
    await card.getByRole('button', { name: '添加通行密钥' }).click()
    await expect(card.locator('.passkey')).toContainText('办公室电脑')
    await soundInEveryLook(page, 'my account', isMobile, ['light'])

    await card.getByLabel('通行密钥的名称').fill('再来一个')
    await card.getByRole('button', { name: '添加通行密钥' }).click()
    await expect(card.getByRole('alert')).toContainText('已经有通行密钥了')

    await page.context().clearCookies()
    await page.goto(`${here}/sign-in`)
    await expect(page.locator('h1:visible').first()).toBeVisible()
    await soundInEveryLook(page, 'the sign-in page', isMobile, ['light'])
    await page.getByRole('button', { name: '用通行密钥登录' }).click()
    await expect(page).toHaveURL(/\/plans$/)
    await page.goto(`${here}/account`)
    await expect(card.locator('.passkey')).toContainText('上次使用')
    await card.getByRole('button', { name: '改名' }).click()
    await card.locator('.passkey input').fill('家里的电脑')
    await card.getByRole('button', { name: '保存名称' }).click()
    await expect(card.locator('.passkey')).toContainText('家里的电脑')
    await card.getByRole('button', { name: '删除' }).click()
    await expect(card).toContainText('您还没有通行密钥')

    await page.context().clearCookies()
    await page.goto(`${here}/sign-in`)
    await page.getByRole('button', { name: '用通行密钥登录' }).click()
    await expect(page.locator('.gate-passkey')).toContainText('这里没有这个通行密钥')
    await devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: device })
  })

  test('that nobody unlocks are told so', async ({ page }) => {
    const here = `http://localhost:${port}`
    await authenticator(page, false)
    await page.goto(`${here}/sign-in`)
    await page.getByRole('button', { name: '用通行密钥登录' }).click()
    await expect(page.locator('.gate-passkey [role=alert]')).toContainText('没有用上通行密钥')
  })

  test('are not offered by an address of numbers, and the account says why', async ({ page }) => {
    await page.goto(`http://127.0.0.1:${port}/sign-in`)
    await expect(page.locator('input[name=username]')).toBeVisible()
    await expect(page.locator('.gate-passkey')).toHaveCount(0)
    await signInByPassword(page)
    await page.goto(`http://127.0.0.1:${port}/account`)
    await expect(page.locator('[aria-labelledby=account-passkeys]')).toContainText('不能用数字地址')
  })
})
