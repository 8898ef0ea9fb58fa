// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Every screen between a call for topics and a plan in force that no other journey looks at, as
// every_screen_journey.ts does for the others; on a phone in the light, and in English, whose words
// are the longer ones, in the largest letters. What an accepted suggestion, a decided list and a
// scored round look like stands where they are walked through (calls, shortlist, scoring,
// plan_life, plan_versions, draft_opinions).
// Left out as twins: the lists of rounds, of scoring and of drafts that ask, which are the list of
// calls (call_list.vue); one's own suggestions, which are that list's lines; the steps of a round,
// of a topic, of an import and of a request, which are those of a call (step_page.vue); an opinion
// that is said otherwise, which is said in the same fields.
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { today } from './days'
import { enter, expect, see, test } from './person'
import { get, post } from './register'
import { soundInEveryLook } from './soundness'

interface Made {
  id: string
  version: number
}
interface List<Line> {
  items: Line[]
}
const last_day = '2999-12-31'

// The demo's own that is asked of everybody today.
async function runningCall(page: Page): Promise<string> {
  const calls = await get<List<{ id: string; phase: string; constituencies: string[] }>>(
    page,
    '/api/calls',
  )
  const running = calls.items.find(
    ({ phase, constituencies }) => phase === 'running' && constituencies.includes('members'),
  )
  return running!.id
}

const draftCall = (page: Page, year: number, mark: string) =>
  post<Made>(page, '/api/calls', {
    year,
    title: `征集${mark}`,
    guidance: '小切口、大视野，一事一议。',
    constituencies: ['members', 'public_'],
    opens_on: '2022-01-01',
    closes_on: last_day,
    most_suggestions: 5,
    most_characters: 800,
  })

// Nobody screened it yet: the office takes each step, and corrects what it typed.
const onPaper = (page: Page, call: string, mark: string) =>
  post<Made>(page, `/api/calls/${call}/papers`, {
    title: `加装电梯${mark}`,
    problem: '低层住户顾虑多，费用分摊难。',
    reason: '群众反映集中。',
    kind: null,
    departments: ['区住建局'],
    field: 'society',
    serves: '',
    constituency: 'members',
    for_name: `委员${mark}`,
    for_body: '',
    paper_day: today(),
  })

const draftPlan = (page: Page, mark: string) =>
  post<Made>(page, '/api/plans', {
    title: `云栖区政协协商工作计划${mark}`,
    committee: '云栖区政协',
    year: 1951, // of nothing else
    topics: [
      {
        number: 1,
        kind: 'thematic',
        title: '提升普惠托育服务水平',
        period: '5月',
        responsible: [],
        participating: [],
        line: 0,
      },
    ],
  })

// The demo's plan of this year, which was amended.
async function planInForce(page: Page) {
  const year = Number(today().slice(0, 4))
  const of_year = `/api/plans?state=in_force&year=${year}`
  const [plan] = (await get<List<{ id: string }>>(page, of_year)).items
  const { items } = await get<List<Made>>(page, `/api/plans/${plan!.id}/amendments`)
  return { id: plan!.id, year, amendment: items[0]!.id }
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`every screen of choosing, ${language}`, async ({ page, isMobile }) => {
    test.setTimeout(900_000)
    const few = isMobile ? (['light'] as const) : undefined
    const looks = language === 'en' ? (['large'] as const) : few
    const mark = randomUUID().slice(0, 8)
    await see(page, { theme: 'light', size: 'normal', language })
    await enter(page, 'office')
    const check = async (path: string, ready: string) => {
      await page.goto(path)
      await expect(page.locator(ready).first()).toBeVisible()
      await soundInEveryLook(page, path, isMobile, looks)
    }

    const call = await runningCall(page)
    const in_force = await planInForce(page)
    const own = await draftCall(page, in_force.year, mark)
    await check('/calls', '.call-list li')
    await check('/calls/new', 'form textarea')
    await check(`/calls/${own.id}/edit`, 'form textarea')
    await check(`/calls/${call}`, '[aria-labelledby=call-facts]')
    await check(`/calls/${call}/steps/extend`, 'form input[type=date]')
    await check(`/calls/${call}/paper`, 'form textarea')
    const publish = { action: 'open', reason: '', closes_on: null }
    await post(page, `/api/calls/${own.id}/steps`, publish, own.version)
    const suggestion = `/suggestions/${(await onPaper(page, own.id, mark)).id}`
    await check('/suggestions', '.row-link')
    await check('/suggestions?q=nothing-is-called-so', '.empty-state')
    await check(suggestion, '[aria-labelledby=comments]')
    await check(`${suggestion}/edit`, 'form textarea')
    await check(`${suggestion}/steps/pass_on`, 'form textarea')

    const scoring = await post<Made>(page, '/api/scoring-rounds', {
      call_id: call,
      title: `评分${mark}`,
      closes_on: last_day,
    })
    await check('/scoring/new', 'form input[type=date]')
    await check(`/scoring/${scoring.id}/edit`, 'form input[type=number]')
    await check(`/scoring/${scoring.id}/steps/open`, 'main .note-amber') // nobody is named
    const round = await post<Made>(page, '/api/rounds', {
      year: (language === 'en' ? 2821 : 2811) + (isMobile ? 1 : 0), // one runs a year
      title: `遴选${mark}`,
      closes_on: last_day,
      slots: [{ kind: 'thematic', slots: 1 }],
      wanted: [],
    })
    await check(`/rounds/${round.id}/edit`, 'form textarea')

    const plan = await draftPlan(page, mark)
    await check(`/plans/${plan.id}/opinion-requests/new`, 'form .more-fields')
    const requests = await get<List<{ id: string; phase: string }>>(page, '/api/opinion-requests')
    const request = requests.items.find(({ phase }) => phase === 'running')!
    await check(`/opinion-requests/${request.id}`, '.opinion-part')
    await check(`/opinion-requests/${request.id}/paper`, 'form input[type=date]')
    const submit = { action: 'submit', reason: '' }
    await post(page, `/api/plans/${plan.id}/steps`, submit, plan.version)
    await check(`/plans/${plan.id}/steps/agree?as=office`, 'form input[type=date]')
    await check(`/plans/${in_force.id}`, '[aria-labelledby=plan-unanswered]') // by that suggestion
    await check(`/plans/${in_force.id}/as-it-stood`, '.topic-rows')
    await check(`/amendments/${in_force.amendment}`, '[aria-labelledby=amendment-changes]')
  })
}
