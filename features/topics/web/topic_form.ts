// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A topic as words of a form, and the change that is sent of it.
import { namesFrom } from '@/format'
import { t } from '@/i18n'
import { monthFrom } from '../../plan/web/plan_kinds'
import type { SuggestionView } from '../../calls/web/calls_api'
import type { DraftTopic, TopicEdit, TopicView } from './topic_api'

export interface TopicForm extends Record<string, string> {
  kind: string
  title: string
  period: string
  responsible: string
  participating: string
  field: string // empty: not said
}

export const emptyForm = (): TopicForm => ({
  kind: 'thematic',
  title: '',
  period: '',
  responsible: '',
  participating: '',
  field: '',
})

// An amendment that postpones a topic names no other time: the old one stands, and that it does not
// hold.
export const periodShown = ({ period, state }: Pick<TopicView, 'period' | 'state'>): string =>
  period && state === 'postponed' ? t('topics.web.period_postponed', { period }) : period

// What the proposer said; the rest is the office's to say.
export function formOfSuggestion(suggestion: SuggestionView): Partial<TopicForm> {
  const words = suggestion.details
  return {
    title: suggestion.title,
    responsible: (words?.departments ?? []).join('、'),
    field: words?.field ?? '',
    ...(words?.kind ? { kind: words.kind } : {}),
  }
}

export function draftFrom(form: TopicForm, suggestion: string, reason: string): DraftTopic {
  return {
    kind: form.kind as DraftTopic['kind'],
    title: form.title.trim(),
    period: form.period.trim(),
    month: monthFrom(form.period),
    responsible: namesFrom(form.responsible),
    participating: namesFrom(form.participating),
    field: (form.field || null) as DraftTopic['field'],
    suggestion_id: suggestion || null,
    reason: reason.trim() || null,
  }
}

export function formOf(topic: TopicView): { version: number; values: TopicForm } {
  return {
    version: topic.version,
    values: {
      kind: topic.kind,
      title: topic.title,
      period: topic.period,
      responsible: topic.responsible.join('、'),
      participating: topic.participating.join('、'),
      field: topic.field ?? '',
    },
  }
}

export function editFrom(changed: Partial<TopicForm>): TopicEdit {
  const edit: TopicEdit = {}
  if (changed.kind !== undefined) edit.kind = changed.kind as TopicEdit['kind']
  if (changed.title !== undefined) edit.title = changed.title.trim()
  if (changed.period !== undefined) {
    edit.period = changed.period.trim()
    edit.month = monthFrom(changed.period) ?? 0 // 0 takes the month away
  }
  if (changed.responsible !== undefined) edit.responsible = namesFrom(changed.responsible)
  if (changed.participating !== undefined) edit.participating = namesFrom(changed.participating)
  if (changed.field) edit.field = changed.field as TopicEdit['field']
  return edit
}
