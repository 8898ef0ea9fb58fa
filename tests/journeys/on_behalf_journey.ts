// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Acting on behalf: 王小协 of the office changes the telephone number of 李委员, who sees both names,
// objects, and reads what another clerk answers; and records the reviews of bodies that have no
// account, with scans. A house of its own: in the demo every body has an account.
import type { Page } from '@playwright/test'
import { see, expect, openForm, test as base } from './person'
import { ownHouse, signIn, signOut, type OwnHouse } from './own_house'
import { get, newPerson, post, standingRegister } from './register'
import { soundInEveryLook } from './soundness'

const test = base.extend<object, { house: OwnHouse }>({
  house: [
    async ({}, use) => {
      const house = await ownHouse([
        { login: 'wang', name: '王小协', role: 'office' },
        { login: 'zhao', name: '赵小议', role: 'office' },
        { login: 'li', name: '李委员', role: 'member' },
        { login: 'sun', name: '孙委员', role: 'member' },
      ])
      await use(house)
      await house.end()
    },
    { scope: 'worker' },
  ],
  origin: async ({ house }, use) => use(house.origin),
})

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

async function signedIn(page: Page, login: string): Promise<void> {
  await signOut(page)
  await signIn(page, login)
  await expect(page.locator('.who-name').first()).toBeAttached()
}

// Makes of an account an active member; who makes it is signed in.
async function member(page: Page, login: string, name: string): Promise<string> {
  await signedIn(page, login)
  const { person } = await get<{ person: { id: string } }>(page, '/api/session')
  await signedIn(page, 'wang')
  const { term, sector, group } = await standingRegister(page)
  await newPerson(page, name, person.id)
  const invited = await post<{ id: string; version: number }>(page, '/api/memberships', {
    term_id: term.id,
    person_id: person.id,
    sector_id: sector.id,
    group_id: group.id,
    reason: '',
  })
  const step = { action: 'confirm', reason: '' }
  await post(page, `/api/memberships/${invited.id}/steps`, step, invited.version)
  return person.id
}

test('a member sees who acted for him, objects, and reads the answer', async ({
  page,
  isMobile,
}) => {
  test.setTimeout(240_000)
  await member(page, 'sun', '孙委员')
  const li = await member(page, 'li', '李委员')
  await page.goto(`/people/${li}/contacts`)
  await expect(page.locator('.note-amber')).toContainText('王小协 代 李委员')
  await page.getByLabel('电话').fill('19900001234')
  await page.getByRole('button', { name: '保存电话' }).click()
  await expect(page).toHaveURL(new RegExp(`/people/${li}$`))
  await expect(page.locator('[aria-labelledby=person-history]')).toContainText('王小协 代 李委员')

  await signedIn(page, 'li')
  await page.goto('/account')
  const place = page.locator(isMobile ? '.bottom-bar' : '.top-nav').getByText('代我办理')
  await expect(place).toContainText('1')
  await place.click()
  await soundInEveryLook(page, 'done on my behalf', isMobile)
  await page.getByRole('link', { name: '王小协 代 李委员' }).click()
  await expect(page.locator('.facts')).toContainText('电话')
  await expect(page.locator('.history')).toContainText('已阅')
  await soundInEveryLook(page, 'an act to object to', isMobile)
  await page.getByRole('button', { name: '提出异议' }).click()
  await expect(page.locator('.field-error')).toHaveText('请写明哪里不对。')
  await page.getByLabel('哪里不对').fill('这不是我的号码，也没有请办公室修改。')
  await page.getByRole('button', { name: '提出异议' }).click()
  await expect(page.locator('.page-head')).toContainText('有异议，待答复')
  await expect(page.getByRole('button', { name: '提出异议' })).toHaveCount(0)
  const act = new URL(page.url()).pathname

  await signedIn(page, 'wang')
  await page.goto(act)
  await expect(page.locator('.note-amber')).toContainText('经办人以外的另一名办公室人员')
  await expect(page.getByRole('button', { name: '答复' })).toHaveCount(0)

  await signedIn(page, 'sun') // another member: for him it is not there
  const hidden = await page.request.get(`/api${act.replace('behalf', 'behalf/acts')}`)
  expect(hidden.status()).toBe(404)

  await signedIn(page, 'zhao')
  await page.goto('/behalf?state=objected')
  await soundInEveryLook(page, 'acts on behalf', isMobile)
  await page.getByRole('link', { name: '王小协 代 李委员' }).click()
  await expect(page.locator('.history')).toContainText('这不是我的号码')
  await page.getByRole('textbox', { name: '答复' }).fill('核实了，是同名委员的号码，已改回。')
  await page.getByRole('button', { name: '答复' }).click()
  await expect(page.locator('.page-head')).toContainText('已答复')

  await signedIn(page, 'li')
  await page.goto('/account')
  await expect(page.getByText('1 项未阅').first()).toBeAttached()
  await page.getByRole('link', { name: '查看代我办理的事项' }).click()
  await page.getByRole('link', { name: '王小协 代 李委员' }).click()
  await expect(page.locator('.history')).toContainText('核实了，是同名委员的号码，已改回。')
  await expect(page.locator('.page-head')).toContainText('已阅答复')
})

test('the office records what bodies without an account decided', async ({ page, isMobile }) => {
  test.setTimeout(240_000)
  await signedIn(page, 'wang')
  await standingRegister(page)
  await organisation(page, 'party_organ', '中共云栖区委')
  const { id } = await post<{ id: string }>(page, '/api/plans', {
    title: '云栖区政协协商工作计划',
    committee: '云栖区政协',
    year: 2026,
    topics: [{ ...a_topic, title: '养老服务' }],
  })
  await page.goto(`/plans/${id}`)
  await openForm(page, '提交审议')
  await page.getByRole('button', { name: '提交审议' }).click()
  await expect(page.locator('.page-head')).toContainText('三办会商中')
  await openForm(page, '办公室同意')
  await page.getByRole('button', { name: '办公室同意' }).click()
  const next = page.locator('[aria-labelledby=plan-next]')
  for (const body of ['党委办', '政府办']) {
    await next.getByRole('link', { name: `${body}同意` }).click()
    await handIn(page, `${body}复函.pdf`)
    await page.getByRole('button', { name: `${body}同意` }).click()
    await expect(page.locator('[aria-labelledby=plan-history]')).toContainText(`${body}`)
  }
  await expect(page.locator('.page-head')).toContainText('主席会议审议中')

  await next.getByRole('link', { name: `${chairpersons}同意` }).click()
  await expect(page.getByText('主席会议没有可以登录的账号')).toBeVisible()
  await page.getByRole('button', { name: `${chairpersons}同意` }).click()
  await expect(page.locator('.field-error').first()).toHaveText('请选择文件的扫描件。')
  await page.getByLabel('扫描件').setInputFiles(file('假的.pdf', Buffer.from('<html>')))
  await expect(page.locator('.field-error').first()).toContainText('须是 PDF、JPEG 或 PNG')
  await handIn(page, '主席会议纪要.pdf')
  await page.getByRole('button', { name: `${chairpersons}同意` }).click()
  await expect(page.getByText('请填写审议会议的名称')).toBeVisible()
  await meet(page, '区政协二届三次主席会议')
  await soundInEveryLook(page, 'a step of a body', isMobile)
  await page.getByRole('button', { name: `${chairpersons}同意` }).click()
  await expect(page.locator('.page-head')).toContainText('报党委审定中')

  await next.getByRole('link', { name: '党委同意' }).click()
  await handIn(page, '区委批复.pdf')
  await meet(page, '区委常委会会议')
  await expect(page.getByLabel('名册中的单位')).toContainText('中共云栖区委')
  await page.getByRole('button', { name: '党委同意' }).click()
  await expect(page.locator('.page-head')).toContainText('已审定')
  const history = page.locator('[aria-labelledby=plan-history]')
  await expect(history).toContainText('王小协 代 中共云栖区委')
  await expect(history).toContainText('王小协 代 云栖区政协')
  const scan = history.getByRole('link', { name: '查看扫描件' }).first()
  const opened = page.waitForEvent('download')
  await scan.click()
  expect((await opened).suggestedFilename()).toBe('区委批复.pdf')
  await soundInEveryLook(page, 'the history of a plan', isMobile)

  await see(page, { theme: 'light', size: 'large', language: 'en' })
  await page.goto('/behalf')
  await expect(page.locator('.row-link').first()).toContainText('on behalf of')
  await soundInEveryLook(page, 'acts on behalf, English', isMobile, ['large'])
})

const chairpersons = '主席、副主席'
const a_topic = {
  number: 1,
  kind: 'thematic',
  period: '',
  responsible: [],
  participating: [],
  line: 0,
}

async function meet(page: Page, meeting: string): Promise<void> {
  await page.getByLabel('审议会议').fill(meeting)
  await page.getByLabel('会议日期').fill('2026-01-05')
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })

async function handIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('扫描件').setInputFiles(file(name, pdf))
  await expect(page.getByText(`已上传：${name}`)).toBeVisible()
  await page.getByLabel('文件日期').fill('2026-01-05')
}

async function organisation(page: Page, kind: string, name: string): Promise<void> {
  await post(page, '/api/organisations', {
    kind,
    name,
    short_name: name,
    code: kind.replaceAll('_', '-'),
    parent_id: null,
    valid: { from: '2012-01-01', until: null },
  })
}
