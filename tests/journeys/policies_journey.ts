// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An assessor looks up who may do what, narrows it to a role, and takes the table along.
import { readFile } from 'node:fs/promises'
import { enter, expect, see, test } from './person'

for (const role of ['auditor', 'security_administrator', 'office'] as const) {
  test(`the ${role} looks up who may do what`, async ({ page }) => {
    await see(page, { theme: 'light', size: 'normal', language: 'en' })
    await enter(page, role)
    await page.goto('/account')
    await page.getByRole('link', { name: 'Policies', exact: true }).last().click()
    await expect(page.locator('.policies-table')).toContainText('findPlanDocument')
    await page.locator('.filter-bar select').first().selectOption('auditor')
    await expect(page.locator('.policies-table')).not.toContainText('findPlanDocument')
    await expect(page.locator('.policies-table')).toContainText('listPolicies')
    await page.locator('.filter-bar input').fill('exportPol')
    await expect(page.locator('.policies-table tbody tr')).toHaveCount(1)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: 'Export as CSV' })
        .or(page.getByText('Export as CSV'))
        .first()
        .click(),
    ])
    const csv = await readFile(await download.path(), 'utf8')
    expect(csv.split('\r\n').length).toBe(3)
    expect(csv).toContain('GET /api/policies/export')
  })
}

test('a member is told nothing of policies', async ({ page }) => {
  await see(page, { theme: 'light', size: 'normal', language: 'en' })
  await enter(page, 'member')
  await page.goto('/account')
  await expect(page.locator('.own-session').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Policies', exact: true })).toHaveCount(0)
  expect((await page.request.get('/api/policies')).status()).toBe(403)
})
