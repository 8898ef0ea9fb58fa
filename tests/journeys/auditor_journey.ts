// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 安全审计员: follows a change from the list to the object, to all that was done to it, and takes the
// list away; sees no word of the plan.
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { test } from './demo_house'
import { enter, expect, see } from './person'

const new_title = '改过的标题，审计员看不到'

test('an auditor follows a change', async ({ page, browser, origin }) => {
  test.setTimeout(120_000)
  const office = await browser.newPage({ baseURL: origin })
  await enter(office, 'office')
  await office.locator('.row-link').first().click()
  await expect(office).toHaveURL(/\/plans\/.+/)
  await office.goto(`${office.url()}/edit`)
  await office.locator('form input').first().fill(new_title)
  await office.locator('form button[type=submit]').click()
  await expect(office.locator('h1')).toHaveText(new_title)
  const plan = new URL(office.url()).pathname.split('/').pop()!
  const refused = await office.request.get('/api/audit/acts')
  expect(refused.status()).toBe(403)
  await office.close()

  const bytes: string[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/'))
      void response.text().then(
        (text) => bytes.push(text),
        () => undefined,
      )
  })
  await enter(page, 'auditor')
  await expect(page).toHaveURL(/\/audit$/)
  const change = page.locator('.acts tbody tr', { hasText: '修改计划' }).first()
  await expect(change).toContainText('王小协')
  await expect(change).toContainText('完成')
  await change.getByRole('link', { name: plan }).click()
  await expect(page.locator('.acts tbody tr')).toHaveCount(2) // saved by the demo, then changed
  await expect(page.locator('.acts tbody tr').last()).toContainText('保存计划草案')
  await page.locator('.filter-object').click()
  await page.getByLabel('结果').selectOption('refused')
  await expect(page.locator('.acts tbody tr')).toHaveCount(1)
  await expect(page.locator('.acts tbody tr')).toContainText('listActs')
  await page.locator('.filter-clear').click()
  await page.getByRole('button', { name: '检查全部记录' }).click()
  await expect(page.locator('.record')).toContainText('全部完好')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出' }).click(),
  ])
  const table = readFileSync(await download.path(), 'utf8')
  expect(table).toContain('修改计划')
  expect(table).toContain(plan)
  await page.reload()
  await expect(page.locator('.acts tbody tr').first()).toContainText('导出或下载')
  bytes.push(table)
  expect(bytes.join('\n')).not.toContain(new_title)
})

for (const language of ['zh-CN', 'en'] as const) {
  for (const size of ['normal', 'large'] as const) {
    test(`the audit is accessible, ${language}, ${size}`, async ({ page }, info) => {
      await see(page, { theme: size === 'large' ? 'dark' : 'light', size, language })
      await enter(page, 'auditor')
      await page.goto('/audit?from=2026-01-01&kind=person')
      await expect(page.locator('.acts tbody tr').first()).toBeVisible()
      await expect(page.locator('.loading-block')).toHaveCount(0)
      const shot = process.env.XIESHANG_SHOTS
      if (shot)
        await page.screenshot({
          path: `${shot}/audit-${info.project.name}-${language}-${size}.png`,
        })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([])
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBeLessThanOrEqual(0)
    })
  }
}
