// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The form in which a reading is confirmed: what was read, as words that a person may change before it is kept.
import { namesFrom } from '@/format'
import type { DocumentView, NewPlan, ReadTopic } from './plan_api'
import { yearFrom } from './plan_kinds'

export interface TopicRow {
  number: number
  kind: ReadTopic['kind']
  title: string
  period: string
  month: number | null
  responsible: string
  participating: string
  line: number
  left_out: boolean
}

export interface PlanForm {
  title: string
  committee: string
  year: string
  rows: TopicRow[]
}

export function formFrom({ reading }: Pick<DocumentView, 'reading'>): PlanForm {
  return {
    title: reading.title,
    committee: reading.committee,
    year: reading.year === null ? '' : String(reading.year),
    rows: reading.topics.map((topic) => ({
      ...topic,
      responsible: topic.responsible.join('、'),
      participating: topic.participating.join('、'),
      left_out: false,
    })),
  }
}

export function newRow(rows: readonly TopicRow[]): TopicRow {
  const kind = rows.at(-1)?.kind ?? 'other'
  const number =
    Math.max(0, ...rows.filter((row) => row.kind === kind).map((row) => row.number)) + 1
  return {
    number,
    kind,
    title: '',
    period: '',
    month: null,
    responsible: '',
    participating: '',
    line: 0,
    left_out: false,
  }
}

export function planFrom(document_id: string, form: PlanForm): NewPlan {
  return {
    document_id,
    title: form.title.trim(),
    committee: form.committee.trim(),
    year: yearFrom(form.year) ?? null,
    topics: kept(form).map((row) => ({
      number: row.number,
      kind: row.kind,
      title: row.title.trim(),
      period: row.period.trim(),
      month: row.month,
      responsible: namesFrom(row.responsible),
      participating: namesFrom(row.participating),
      line: row.line,
    })),
  }
}

export function kept(form: PlanForm): TopicRow[] {
  return form.rows.filter((row) => !row.left_out)
}
