// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What an import of a roster looks like from the matching to its result, and the audit with what it
// leads to, in every look, as every_screen_journey.ts does for the others.
import { enter, expect, see, test } from './person'
import { leave } from './register'
import { csv, number } from './roster_file'
import { soundInEveryLook } from './soundness'

for (const language of ['zh-CN', 'en'] as const) {
  test(`import and audit, ${language}`, async ({ page, isMobile }) => {
    test.setTimeout(600_000)
    const few = isMobile ? (['light'] as const) : undefined
    const looks = language === 'en' ? (['large'] as const) : few
    const sound = (where: string) => soundInEveryLook(page, where, isMobile, looks)
    await see(page, { theme: 'light', size: 'normal', language })
    await enter(page, 'office')
    await page.goto('/people/import')
    const buffer = Buffer.from(csv(number()))
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '委员名册.csv', mimeType: 'text/csv', buffer })
    await expect(page.locator('[aria-labelledby=roster-columns]')).toBeVisible()
    await sound('the matching of columns')
    await page.locator('.roster-actions [type=submit]').click()
    await expect(page.locator('.roster-rows tbody tr').first()).toBeVisible()
    await sound('the preview of a roster')
    await page.locator('[aria-labelledby=roster-confirm] input[type=checkbox]').check()
    await page.locator('[aria-labelledby=roster-confirm] .el-button--primary').click()
    await expect(page.locator('[aria-labelledby=roster-became] tbody tr').first()).toBeVisible()
    await sound('what became of a roster')
    await leave(page)

    await enter(page, 'auditor')
    await expect(page.locator('.acts tbody tr').first()).toBeVisible()
    await sound('the audit')
    await page.goto('/audit?q=nobody-is-called-so')
    await expect(page.locator('.empty-state')).toBeVisible()
    await sound('an audit that found nothing')

    await page.goto('/audit?action=scoring_round.close') // as it was closed in the demo
    await page.locator('.acts a[href^="/scoring/"]').last().click()
    await expect(page.locator('tbody tr').first()).toBeVisible()
    await sound('the names behind the scores')
    await page.locator('.crumbs a').click()
    await expect(page).toHaveURL(/\/audit\?object=/)
    await expect(page.locator('.acts tbody tr').first()).toBeVisible()
  })
}
