// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Every screen of the register, in every look, as every_screen_journey.ts does for the others; on a
// phone in the light, and in English, whose words are the longer ones, in the largest letters.
import { enter, expect, see, test } from './person'
import { newMember, newName, newPerson, newTenure, standingRegister } from './register'
import { soundInEveryLook } from './soundness'

for (const language of ['zh-CN', 'en'] as const) {
  test(`every screen of the register, ${language}`, async ({ page, isMobile }) => {
    test.setTimeout(900_000)
    const few = isMobile ? (['light'] as const) : undefined
    const looks = language === 'en' ? (['large'] as const) : few
    await see(page, { theme: 'light', size: 'normal', language })
    await enter(page, 'office')
    const { committee } = await standingRegister(page)
    const member = await newMember(page)
    const tenure = await newTenure(page, member.id, '副主席')
    const newcomer = await newPerson(page, newName().name)
    const check = async (path: string, ready: string) => {
      await page.goto(path)
      await expect(page.locator(ready).first()).toBeVisible()
      await soundInEveryLook(page, path, isMobile, looks)
    }
    const person = `/people/${member.id}`
    const membership = `${person}/memberships/${member.membership}`
    const organisation = `/organisations/${committee.id}`
    await check('/people', '.row-link')
    await check('/people?q=nobody-is-called-so', '.empty-state')
    await check('/people/new', 'form input')
    await page.goto(person)
    await page.locator('.membership-way summary').click()
    await expect(page.locator('.membership-way .history li').first()).toBeVisible()
    await soundInEveryLook(page, person, isMobile, looks)
    await check(`${person}/edit`, 'form input')
    await check(`${person}/contacts`, 'form input')
    await check(`/people/${newcomer.id}/invite`, 'form select')
    await check(`${membership}/leave`, 'textarea')
    await check(`${membership}/confirm`, '.note-amber')
    await check(`${membership}/move`, 'form select')
    await check(`${person}/appoint`, 'form select')
    await page.goto(person)
    await page.locator('[aria-labelledby=person-posts] .cell-do a').click()
    await expect(page.locator('form input[type=date]')).toBeVisible()
    await soundInEveryLook(page, 'the end of a tenure', isMobile, looks)
    await check(`${tenure}/correct`, 'textarea')
    await check(`${tenure}/withdraw`, 'textarea')
    await check('/organisations', '.row-link')
    await check('/organisations/chart', '[role=treeitem]')
    await check('/organisations/new', 'form select')
    await check(organisation, '.facts')
    await check(`${organisation}/edit`, 'form select')
    await check(`${organisation}/close`, 'textarea')
    await check(`${organisation}/posts/new`, 'form input')
    await page.goto(organisation)
    await page.locator('.posts-table .cell-do a').first().click()
    await expect(page.locator('form input[type=checkbox]').first()).toBeVisible()
    await soundInEveryLook(page, 'a post', isMobile, looks)
    await check(`/posts?organisation=${committee.id}`, '.row-do')
    await check('/terms', '.row-link')
    await check('/terms/new', 'form input')
    await check('/terms/re-election', 'form input')
  })
}
