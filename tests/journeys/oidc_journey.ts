// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A person signs in at a real provider (npm oidc-provider), sees and ends the tie, and reads why a
// provider was not believed.
import { expect, test, type Page } from '@playwright/test'
import { startProvider } from '../support/oidc_provider.mjs'
import { freePort, ownServer, password } from './own_server'
import { soundInEveryLook } from './soundness'

let server: Awaited<ReturnType<typeof ownServer>>
let provider: Awaited<ReturnType<typeof startProvider>>
let here = ''

test.beforeAll(async () => {
  const [port, provider_port] = [await freePort(), await freePort()]
  here = `http://127.0.0.1:${port}`
  provider = await startProvider({
    port: provider_port,
    redirect_uri: `${here}/api/oidc/callback`,
    client_secret: 'for-this-test',
  })
  server = await ownServer(port, (data) => ({
    secret: 'for-this-test\n',
    'xieshang.toml':
      `[oidc]\nissuer = "http://127.0.0.1:${provider_port}"\nclient_id = "xieshang"\n` +
      `client_secret_file = "${data}/secret"\nname = "区统一认证"\n` +
      'login_claim = "preferred_username"\n',
  }))
})
test.afterAll(async () => {
  await server.end()
  await provider.stop().catch(() => undefined)
})

async function throughProvider(page: Page, login: string): Promise<void> {
  await page.goto(`${here}/sign-in`)
  await page.getByRole('button', { name: '用区统一认证登录' }).click()
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill('any')
  await page.locator('button[type=submit]').click()
  await expect(page.locator('input[name=login]')).toHaveCount(0)
  await page.locator('button[type=submit]').click() // consent
}

test.describe('signing in at a provider', () => {
  test.describe.configure({ mode: 'serial' })

  test('leads in, and the tie is shown and ended', async ({ page, isMobile }) => {
    await throughProvider(page, 'wang')
    await expect(page).toHaveURL(/\/plans$/)
    await page.goto(`${here}/account`)
    const card = page.locator('[aria-labelledby=account-identity]')
    await expect(card).toContainText('您的账号从')
    await soundInEveryLook(page, 'my account', isMobile)
    await card.getByRole('button', { name: '解除关联' }).click()
    await expect(card).toContainText('没有与那里的身份关联')
  })

  test('says in words why nobody was signed in', async ({ page, isMobile }) => {
    await throughProvider(page, 'nobody')
    await expect(page.locator('.gate-oidc [role=alert]')).toContainText('系统管理员')
    await soundInEveryLook(page, 'the sign-in page', isMobile)
    provider.tell('wrong_audience')
    await page.context().clearCookies()
    await throughProvider(page, 'wang')
    await expect(page.locator('.gate-oidc [role=alert]')).toContainText('没有通过核验')
    provider.tell(undefined)
  })

  test('leaves passwords alone while the provider is down', async ({ page }) => {
    await provider.stop()
    await page.goto(`${here}/sign-in`)
    await page.getByLabel('登录名').fill('wang')
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page).toHaveURL(/\/plans$/)
  })
})
