// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A register that journeys can walk through: what is there already is used, what is missing is
// entered by the office, who has to be signed in.
import { randomUUID } from 'node:crypto'
import { expect, type Role } from './person'
import type { Page } from '@playwright/test'

interface Named {
  id: string
  name: string
}
interface Term {
  id: string
  number: number
  period: { from: string; until: string | null }
  runs: boolean
}
interface Organisation extends Named {
  kind: string
  stands: boolean
  posts: number
}
interface Membership {
  id: string
  version: number
}

const characters = {
  东: 'dong',
  南: 'nan',
  西: 'xi',
  北: 'bei',
  春: 'chun',
  夏: 'xia',
  秋: 'qiu',
  冬: 'dong',
  江: 'jiang',
  河: 'he',
  湖: 'hu',
  海: 'hai',
} as const

// A name that nobody has had yet, with its pinyin: the surname 单 is read shan.
export function newName(): { name: string; pinyin: string } {
  const given = Array.from({ length: 4 }, () => {
    const all = Object.keys(characters) as (keyof typeof characters)[]
    return all[Math.floor(Math.random() * all.length)]!
  })
  return {
    name: `单${given.join('')}`,
    pinyin: `shan${given.map((one) => characters[one]).join('')}`,
  }
}

export async function get<Answer>(page: Page, path: string): Promise<Answer> {
  const answer = await page.request.get(path)
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
  return (await answer.json()) as Answer
}

export async function post<Answer>(
  page: Page,
  path: string,
  data: unknown,
  version?: number,
): Promise<Answer> {
  const headers: Record<string, string> = { 'Idempotency-Key': randomUUID() }
  if (version !== undefined) headers['If-Match'] = `"v${version}"`
  const answer = await page.request.post(path, { data, headers })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return (await answer.json()) as Answer
}

export interface Register {
  term: Term
  committee: Organisation
  sector: Organisation
  group: Organisation
}

export async function standingRegister(page: Page): Promise<Register> {
  const terms = (await get<{ items: Term[] }>(page, '/api/terms')).items
  const term =
    terms.find((one) => one.runs) ??
    (await post<Term>(page, '/api/terms', {
      number: 2,
      period: { from: '2022-01-05', until: null },
    }))
  const committee = await organisation(page, 'committee', '云栖区政协')
  return {
    term,
    committee,
    sector: await organisation(page, 'sector', '经济界', committee.id),
    group: await organisation(page, 'sub_district', '城关街道政协工委', committee.id),
  }
}

async function organisation(
  page: Page,
  kind: string,
  name: string,
  parent_id: string | null = null,
): Promise<Organisation> {
  const all = (await get<{ items: Organisation[] }>(page, '/api/organisations')).items
  const there = all.find((one) => one.kind === kind && one.stands)
  if (there) return there
  const words = { kind, name, short_name: name, code: kind.replaceAll('_', '-'), parent_id }
  const valid = { from: '2012-01-01', until: null }
  return post<Organisation>(page, '/api/organisations', { ...words, valid })
}

export function newPerson(page: Page, name: string, account_id?: string): Promise<Named> {
  const query = account_id ? `?again=true&account_id=${account_id}` : '?again=true'
  return post<Named>(page, `/api/people${query}`, {
    name,
    former_names: [],
    sex: 'unsaid',
    birth_month: null,
    ethnic_group: null,
    party: null,
    education: null,
  })
}

// An active member of the term that runs.
export async function newMember(page: Page): Promise<Named & { membership: string }> {
  const { term, sector, group } = await standingRegister(page)
  const person = await newPerson(page, newName().name)
  const invited = await post<Membership>(page, '/api/memberships', {
    term_id: term.id,
    person_id: person.id,
    sector_id: sector.id,
    group_id: group.id,
    reason: '',
  })
  const step = { action: 'confirm', reason: '' }
  await post(page, `/api/memberships/${invited.id}/steps`, step, invited.version)
  return { ...person, membership: invited.id }
}

// A post of the committee, held by this person since 2022; its address.
export async function newTenure(page: Page, person: string, title: string): Promise<string> {
  const { committee } = await standingRegister(page)
  const made = await post<Named>(page, `/api/organisations/${committee.id}/posts`, {
    title,
    single_seat: false,
    term_bound: false,
  })
  const period = { from: '2022-03-01', until: null }
  const held = await post<{ tenures: { tenure_id: string }[] }>(
    page,
    `/api/posts/${made.id}/tenures`,
    { person_id: person, ...period },
  )
  return `/posts/${made.id}/tenures/${held.tenures[0]!.tenure_id}`
}

export async function idOf(page: Page): Promise<string> {
  return (await get<{ person: { id: string } }>(page, '/api/session')).person.id
}

export async function leave(page: Page): Promise<void> {
  await page.context().clearCookies()
}

export type { Role }
