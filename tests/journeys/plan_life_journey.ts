// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A plan's life, each step by who takes it: drafted by hand and out of a suggestion, sent round, sent
// back once, decided, issued, in force, amended, not closed over what is open.
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { today } from './days'
import { enter, expect, openForm, test, type Role } from './person'
import { soundInEveryLook } from './soundness'

const chairpersons = '主席、副主席'
const title = () => `云栖区政协协商工作计划 ${randomUUID().slice(0, 8)}`

async function begin(page: Page, name: string, year: number): Promise<string> {
  const answer = await page.request.post('/api/plans', {
    headers: { 'Idempotency-Key': randomUUID() },
    data: { title: name, committee: '云栖区政协', year, topics: [], collecting: true },
  })
  expect(answer.status()).toBe(201)
  return `/plans/${((await answer.json()) as { id: string }).id}`
}

async function add(page: Page, plan: string, topic: string): Promise<void> {
  await page.goto(plan)
  await page.getByRole('link', { name: '增加议题' }).click()
  await page.getByLabel('议题名称').fill(topic)
  await page.getByLabel('领域').selectOption('社会建设')
  await page.getByLabel('时间安排').fill('6月')
  await page.getByRole('button', { name: '列入计划草稿' }).click()
  await expect(page.locator('.topic-row', { hasText: topic })).toBeVisible()
}

async function step(page: Page, plan: string, by: Role, name: string): Promise<void> {
  await enter(page, by)
  await page.goto(plan)
  await openForm(page, name)
}

async function take(page: Page, name: string, state: string): Promise<void> {
  await page.locator('main form').getByRole('button', { name, exact: true }).click()
  await expect(page.locator('.page-head')).toContainText(state)
}

// By its own title: a row also names what it replaces.
const rowOf = (page: Page, title: string) =>
  page.locator('.topic-row', { has: page.locator('.topic-title', { hasText: title }) })

// Decided for a day to come, the plan says from when; before that day it is withdrawn.
async function decideAhead(page: Page, plan: string, topic: string, isMobile: boolean) {
  await enter(page, 'office')
  await page.goto(`${plan}/amend`)
  await page.getByLabel('理由').first().fill('待上级部署后再协商。')
  await page.getByLabel('怎样调整').selectOption('延期')
  await page.getByLabel('哪个议题').selectOption({ label: topic })
  await page.locator('main form').getByRole('button', { name: '提出', exact: true }).click()
  await expect(page).toHaveURL(/\/amendments\/.+/)
  const amendment = new URL(page.url()).pathname
  await enter(page, 'chairperson')
  await page.goto(amendment)
  await openForm(page, '记录决定')
  await page.getByLabel('审议会议').fill('区政协二届六次主席会议')
  for (const day of ['会议日期', '决定日期']) await page.getByLabel(day).fill(today())
  await page.getByLabel('生效日期').fill('2999-01-01')
  await take(page, '记录决定', '待生效')
  await soundInEveryLook(page, 'an amendment that waits', isMobile)
  await page.goto(plan)
  await expect(page.locator('[aria-labelledby=plan-waiting]')).toContainText('自2999-01-01起')
  await expect(rowOf(page, topic)).not.toContainText('已延期')
  await soundInEveryLook(page, 'a plan that will change', isMobile)
  await page.goto(amendment)
  await openForm(page, '撤回')
  await page.getByLabel('理由').fill('改为明年安排。')
  await take(page, '撤回', '已撤回')
  await page.goto(plan)
  await expect(page.locator('[aria-labelledby=plan-waiting]')).toHaveCount(0)
}

async function meet(page: Page, meeting: string): Promise<void> {
  await page.getByLabel('审议会议').fill(meeting)
  await page.getByLabel('会议日期').fill('2022-03-14')
}

async function throughTheOffices(page: Page, plan: string): Promise<void> {
  await step(page, plan, 'office', '提交审议')
  await take(page, '提交审议', '三办会商中')
  await step(page, plan, 'party_office', '党委办同意')
  await take(page, '党委办同意', '三办会商中')
  await step(page, plan, 'government_office', '政府办同意')
  await take(page, '政府办同意', '三办会商中')
  await step(page, plan, 'office', '办公室同意')
  await take(page, '办公室同意', '主席会议审议中')
}

test('a plan goes from its first topic to the end that it does not reach yet', async ({
  page,
  isMobile,
}) => {
  test.setTimeout(300_000)
  await enter(page, 'office')
  const year = isMobile ? 2052 : 2051 // of a year one plan is issued
  const plan = await begin(page, title(), year)
  await add(page, plan, '完善社区嵌入式托育服务')
  await add(page, plan, '提升老旧小区物业管理')
  await page.locator('.topic-row', { hasText: '提升老旧小区物业管理' }).click()
  await openForm(page, '移出入围名单')
  await page.locator('main form').getByRole('button', { name: '移出入围名单' }).click()
  await expect(page.locator('.field-error')).toHaveText('请写明理由。')
  await page.getByLabel('理由').fill('与区政府专项工作重复。')
  await page.locator('main form').getByRole('button', { name: '移出入围名单' }).click()
  await expect(page.locator('[aria-labelledby=topic-history]')).toContainText('专项工作重复')
  await page.goto(plan)
  await expect(page.locator('[aria-labelledby=topics-dropped]')).toContainText('老旧小区')
  await soundInEveryLook(page, 'a draft with a topic that was taken off', isMobile)
  await openForm(page, '开始起草')
  await take(page, '开始起草', '草稿')

  await throughTheOffices(page, plan)
  await step(page, plan, 'chairperson', `退回修改（${chairpersons}）`)
  await page.getByLabel('理由').fill('请补充议题的时间安排。')
  await take(page, `退回修改（${chairpersons}）`, '草稿')
  await expect(page.locator('[aria-labelledby=plan-history]')).toContainText('请补充议题的时间安排')
  await enter(page, 'office')
  await page.goto(`${plan}/edit`)
  await page.getByRole('button', { name: '增加一部分' }).click()
  const part = page.getByRole('group', { name: '第 1 部分' })
  await part.getByLabel('标题').fill('一、指导思想')
  await part.getByLabel('文字').fill('围绕中心、服务大局。\n议题于6月前完成协商。')
  await soundInEveryLook(page, 'the text of a draft that is written', isMobile)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('.paper')).toContainText('议题于6月前完成协商')
  await throughTheOffices(page, plan)
  await step(page, plan, 'chairperson', `${chairpersons}同意`)
  await meet(page, '区政协二届三次主席会议')
  await take(page, `${chairpersons}同意`, '报党委审定中')
  await step(page, plan, 'party_committee', '党委同意')
  await meet(page, '区委常委会会议')
  await take(page, '党委同意', '已审定')
  await step(page, plan, 'office', '印发')
  await page.getByLabel('印发日期').fill('2022-03-14') // the day of that meeting: before the decision
  await page.locator('main form').getByRole('button', { name: '印发', exact: true }).click()
  await expect(page.locator('.field-error')).toContainText('印发日期不能早于审定日期')
  await page.getByLabel('印发日期').fill(today())
  await soundInEveryLook(page, 'the issue of a plan', isMobile)
  await take(page, '印发', '已印发')
  await expect(page.locator('[aria-labelledby=plan-facts]')).toContainText(today())
  await expect(page.getByRole('link', { name: '增加议题' })).toHaveCount(0)
  await openForm(page, '开始执行')
  await take(page, '开始执行', '执行中')

  await page.getByRole('link', { name: '提出议题调整' }).click()
  await page.getByLabel('理由').first().fill('汛期工作需要。')
  await page.getByLabel('怎样调整').selectOption('替换')
  await page.getByLabel('哪个议题').selectOption({ label: '完善社区嵌入式托育服务' })
  await page.getByLabel('新议题').fill('提升城市防汛排涝能力')
  await page.getByLabel('领域').selectOption('生态文明建设')
  await soundInEveryLook(page, 'an amendment that is proposed', isMobile)
  await page.locator('main form').getByRole('button', { name: '提出', exact: true }).click()
  await expect(page).toHaveURL(/\/amendments\/.+/)
  const amendment = new URL(page.url()).pathname
  await page.goto(`${amendment}/edit`)
  await page.getByLabel('理由').first().fill('汛期工作需要，区委有部署。')
  await soundInEveryLook(page, 'an amendment that is edited', isMobile)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('[aria-labelledby=amendment-changes]')).toContainText('区委有部署')
  await enter(page, 'chairperson')
  await page.goto(amendment)
  await openForm(page, '记录决定')
  await page.getByLabel('审议会议').fill('区政协二届五次主席会议')
  for (const day of ['会议日期', '决定日期', '生效日期'])
    await page.getByLabel(day).fill('2022-06-20')
  await page.locator('main form').getByRole('button', { name: '记录决定' }).click()
  await expect(page.locator('.field-error').first()).toContainText('不能早于印发日期')
  for (const day of ['会议日期', '决定日期', '生效日期']) await page.getByLabel(day).fill(today())
  await soundInEveryLook(page, 'the decision on an amendment', isMobile)
  await page.locator('main form').getByRole('button', { name: '记录决定' }).click()
  await expect(page.locator('.page-head')).toContainText('已决定')

  await enter(page, 'office')
  await page.goto(plan)
  await expect(rowOf(page, '防汛排涝')).toContainText('替换“完善社区嵌入式托育服务”')
  await expect(rowOf(page, '托育')).toContainText('已替换')
  const open = page.locator('[aria-labelledby=plan-open]')
  await expect(open.getByRole('link')).toHaveText(['提升城市防汛排涝能力'])
  await page.goto(`${plan}/steps/close`)
  await expect(page.locator('main [role=status]')).toContainText('没有办结')
  await expect(open.getByRole('link')).toHaveText(['提升城市防汛排涝能力'])
  await soundInEveryLook(page, 'a year that is not closed', isMobile)
  await decideAhead(page, plan, '提升城市防汛排涝能力', isMobile)
})

test('a suggestion becomes a topic of the draft and each names the other', async ({
  page,
  isMobile,
}) => {
  test.setTimeout(120_000)
  await enter(page, 'office')
  const name = title()
  const pool = (await (await page.request.get('/api/suggestions?state=screened')).json()) as {
    items: { id: string; title: string; call_id: string }[]
  }
  const suggestion = isMobile ? pool.items[pool.items.length - 1]! : pool.items[0]! // one each
  const call = await page.request.get(`/api/calls/${suggestion.call_id}`)
  const plan = await begin(page, name, ((await call.json()) as { year: number }).year)
  await page.goto(`/suggestions/${suggestion.id}`)
  await page.locator('[aria-labelledby=to-draft]').getByRole('link', { name }).click()
  await expect(page.getByLabel('议题名称')).toHaveValue(suggestion.title)
  await page.getByRole('button', { name: '列入计划草稿' }).click()
  await expect(page.locator('.field-error')).toHaveText('请写明理由。')
  await page.getByLabel('采纳理由').fill('切口小，群众关注。')
  await soundInEveryLook(page, 'a topic out of a suggestion', isMobile)
  await page.getByRole('button', { name: '列入计划草稿' }).click()
  await expect(page).toHaveURL(new RegExp(`${plan}$`))
  await page.locator('.topic-row', { hasText: suggestion.title }).click()
  await page
    .locator('[aria-labelledby=topic-suggestions]')
    .getByRole('link', { name: suggestion.title })
    .click()
  await expect(page.locator('[aria-labelledby=answer]')).toContainText('切口小，群众关注。')
  await expect(page.locator('[aria-labelledby=answer]')).toContainText(name)
  await expect(page.locator('[aria-labelledby=to-draft]')).toHaveCount(0)
})

test('the next year begins as this one, and the years stand side by side', async ({
  page,
  isMobile,
}) => {
  test.setTimeout(120_000)
  await enter(page, 'office')
  const year = isMobile ? 2071 : 2061
  const name = `云栖区政协${year}年协商工作计划`
  const plan = await begin(page, name, year)
  await add(page, plan, `${year}年民生实事`)
  await page.goto(plan)
  await page.getByRole('link', { name: '沿用本计划新建下一年度计划' }).click()
  await page.getByLabel('同时沿用议题').check()
  await soundInEveryLook(page, 'the start of the next year', isMobile)
  await page.getByRole('button', { name: `新建${year + 1}年度计划` }).click()
  await expect(page.locator('main h1')).toHaveText(`云栖区政协${year + 1}年协商工作计划`)
  await page.locator('.topic-row', { hasText: `${year + 1}年民生实事` }).click()
  await expect(page.locator('.page-head')).toContainText('待核对')
  await page.getByRole('button', { name: '确认沿用' }).click()
  await expect(page.locator('.page-head')).not.toContainText('待核对')
  await page.goto(`${plan}/next-year`)
  await expect(page.locator('main [role=status]')).toContainText(
    `云栖区政协${year + 1}年协商工作计划`,
  )
  await page.goto(`/plans/balance?from=${year}&to=${year + 1}`)
  await expect(page.locator('section[aria-labelledby=balance-years] thead')).toContainText(
    `${year}年`,
  )
  await expect(page.locator('section[aria-labelledby=balance-years]')).toContainText('偏少')
  await soundInEveryLook(page, 'the balance of plans', isMobile)
  await enter(page, 'reader')
  await page.goto('/plans/balance')
  await expect(page.getByRole('heading', { name: '多年对照' })).toBeVisible()
})
