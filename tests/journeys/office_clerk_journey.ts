// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 办公室人员小张: takes in the year's plan, checks it, keeps it, finds it again.
import { planInATable, wordFile, wordParts, zipOf } from '../support/office_file.mjs'
import { blanks, enter, expect, openForm, plan_title, save, test, seeSide, upload } from './person'

test('the office clerk uploads a plan, checks what was read and saves it as a draft', async ({
  page,
}) => {
  await enter(page, 'office')
  const text = await upload(page)
  await expect(page.locator('.topic-card')).toHaveCount(6)
  await expect(page.locator('.doc-line').first()).toContainText(plan_title)

  // A topic and its line light up together.
  await page.locator('.doc-line', { hasText: '优化基层医疗资源布局' }).click()
  await seeSide(page, '读出的内容')
  await expect(page.locator('.doc-lit .topic-card-title textarea')).toHaveValue(
    '优化基层医疗资源布局',
  )
  await page.locator('.topic-card-title textarea').first().focus()
  await seeSide(page, '原文')
  await expect(page.locator('.doc-line.doc-lit')).not.toContainText('优化基层医疗资源布局')

  await expect(page.getByLabel('政协委员会')).toHaveValue(/云栖区政协/)
  await expect(page.getByLabel('年度', { exact: true })).toHaveValue('2025')
  const plan = await save(page)

  await expect(page.locator('main h1')).toContainText(plan_title)
  await expect(page.locator('.kind-head')).toHaveText([
    /常委会会议协商 2/,
    /主席会议协商 1/,
    /专题协商 2/,
    /民主监督 1/,
  ])
  const original = await page.request.get((await page.locator('.file-link').getAttribute('href'))!)
  expect(await original.text()).toBe(text)

  await page.goto('/plans')
  await page.getByRole('textbox').first().fill('云栖')
  await expect(page.locator('tbody tr').first()).toContainText(plan_title)
  await page.locator(`.row-link[href="${plan}"]`).click()
  await page.locator('.topic-row', { hasText: '完善社区嵌入式托育服务' }).click()
  await expect(page.locator('main h1')).toHaveText('完善社区嵌入式托育服务')
  await expect(page.locator('.source')).toContainText('完善社区嵌入式托育服务')
})

test('the office clerk edits a topic, discards the plan with a reason and restores it', async ({
  page,
}) => {
  await enter(page, 'office')
  await upload(page)
  const plan = await save(page)
  await page.locator('.topic-row').first().click()
  await page.getByRole('button', { name: '修改' }).click()
  await page.getByLabel('时间安排').fill('9月中旬')
  await page.getByLabel('责任单位').fill('区住建局、区民政局')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('#topic-facts + dl')).toContainText('区住建局、区民政局')

  await page.goto(plan)
  for (const [action, reason] of [
    ['作废', '重复导入'],
    ['恢复', '仍然需要'],
  ] as const) {
    await openForm(page, action)
    await page.getByRole('button', { name: action }).click()
    await expect(page.locator('.field-error')).toHaveText('请写明理由。')
    await page.getByLabel('理由').fill(reason)
    await page.getByRole('button', { name: action }).click()
    await expect(page.locator('.history')).toContainText(reason)
  }
  await expect(page.getByRole('button', { name: '修改' })).toBeVisible()
})

test('two clerks edit one plan: nobody loses a word', async ({ page, browser, origin }) => {
  await enter(page, 'office')
  await upload(page)
  const plan = await save(page)
  const colleague = await (await browser.newContext({ baseURL: origin, locale: 'zh-CN' })).newPage()
  await enter(colleague, 'office')
  for (const one of [page, colleague]) {
    await one.goto(`${plan}/edit`)
    await expect(one.getByLabel('计划名称')).toHaveValue(/云栖/)
  }
  await colleague.getByLabel('政协委员会').fill('云栖区政协办公室')
  await page.getByLabel('计划名称').fill('云栖区政协2025年协商工作计划（修改稿）')
  await colleague.getByRole('button', { name: '保存' }).click()
  await expect(colleague).toHaveURL(new RegExp(`${plan}$`))
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('alert')).toContainText('云栖区政协办公室')
  await page.getByRole('button', { name: /保留我写的/ }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('main h1')).toContainText('（修改稿）')
  await expect(page.locator('.page-head-facts')).toContainText('云栖区政协办公室')
  await colleague.context().close()
})

test('an answer that never comes is retried under the same key and counts once', async ({
  page,
}) => {
  await enter(page, 'office')
  await upload(page)
  const keys: string[] = []
  await page.route('**/plan', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    keys.push(route.request().headers()['idempotency-key']!)
    if (keys.length > 1) return route.continue()
    await route.fetch() // carried out, but the answer is lost on its way
    await route.abort()
  })
  const before = await plansKept()
  await page.locator('.correct-save').click()
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page).toHaveURL(/\/plans\/.+/)
  expect(keys).toHaveLength(2)
  expect(keys[1]).toBe(keys[0])
  expect(await plansKept()).toBe(before + 1)

  async function plansKept(): Promise<number> {
    const page_of_plans = (await (await page.request.get('/api/plans?size=200')).json()) as {
      items: unknown[]
    }
    return page_of_plans.items.length
  }
})

test('the office clerk imports a Word plan with a table up to the draft', async ({ page }) => {
  await enter(page, 'office')
  await page.goto('/import')
  const [title = '', ...rest] = planInATable(34)
  const bytes = wordFile([title, blanks(), ...rest])
  await page.locator('input[type=file]').setInputFiles({
    name: '协商计划.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: bytes,
  })
  await expect(page).toHaveURL(/\/import\/.+/)
  await expect(page.locator('.topic-card')).toHaveCount(34)
  await expect(page.locator('.doc-line').last()).toContainText('推进第34号老旧管网改造')
  await expect(page.getByLabel('政协委员会')).toHaveValue('云栖区政协')
  const plan = await save(page)
  await expect(page.locator('.kind-head')).toHaveText([/主席会议协商 17/, /专题协商 17/])
  const original = await page.request.get((await page.locator('.file-link').getAttribute('href'))!)
  expect(Buffer.compare(await original.body(), bytes)).toBe(0)
  await page.goto(plan)
  await page.locator('.topic-row', { hasText: '推进第34号老旧管网改造' }).click()
  await expect(page.locator('#topic-facts + dl')).toContainText('区住建局、区水务局')
  await expect(page.locator('.source')).toContainText('推进第34号老旧管网改造')
})

test('what is no plan, too large or no text is refused in words', async ({ page }) => {
  await enter(page, 'office')
  await page.goto('/import')
  const file = page.locator('input[type=file]')
  await file.setInputFiles({
    name: '计划.doc',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('x'),
  })
  await expect(page.getByRole('alert')).toContainText('另存为')
  await file.setInputFiles({
    name: '宏.docx',
    mimeType: 'application/octet-stream',
    buffer: zipOf({ ...wordParts(['计划']), 'word/vbaProject.bin': 'x' }),
  })
  await expect(page.getByRole('alert')).toContainText('文件里有宏')
  await file.setInputFiles({ name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) })
  await expect(page.getByRole('alert')).toContainText('空文件')
  await file.setInputFiles({
    name: '菜谱.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('番茄炒蛋\n先打蛋，再切番茄。\n'),
  })
  await expect(page.getByRole('alert')).not.toBeEmpty()
  await expect(page).toHaveURL(/\/import$/)
})

test('typed words outlive a lost session', async ({ page, context }) => {
  await enter(page, 'office')
  await upload(page)
  await seeSide(page, '读出的内容')
  await page.getByLabel('计划名称').fill('半途的名称')
  await context.clearCookies()
  await page.locator('.correct-save').click()
  await expect(page).toHaveURL(/\/sign-in\?back=/)
  await page.locator('.account-button').first().click()
  await expect(page).toHaveURL(/\/import\/.+/)
  await expect(page.getByLabel('计划名称')).toHaveValue('半途的名称')
})
