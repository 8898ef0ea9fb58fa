// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An amendment as it is written, and the words that are sent of it.
import { namesFrom } from '@/format'
import { t } from '@/i18n'
import { monthFrom } from '../../plan/web/plan_kinds'
import type { AmendmentView, AmendmentWords, ChangeKind, TopicChange } from './amendment_api'

type NewTopic = NonNullable<TopicChange['topic']>

export interface ChangeDraft {
  kind: ChangeKind
  topic_id: string
  title: string
  new_kind: string
  new_field?: string // empty: not said
  period: string
  responsible: string
  // Of what is kept already: what the form has no fields for.
  kept?: Pick<NewTopic, 'period' | 'month' | 'participating'> & { reason: string }
}

// The changes as one text, so that editing.ts takes them.
export interface AmendmentForm extends Record<string, string> {
  reason: string
  changes: string
}

export const newChange = (): ChangeDraft => ({
  kind: 'replace',
  topic_id: '',
  title: '',
  new_kind: 'thematic',
  new_field: '',
  period: '',
  responsible: '',
})

export const bringsTopic = (kind: ChangeKind): boolean => kind === 'add' || kind === 'replace'

export function isWhole(change: ChangeDraft): boolean {
  const titled = bringsTopic(change.kind) || change.kind === 'retitle'
  return (
    (change.kind === 'add' || change.topic_id !== '') && (!titled || change.title.trim() !== '')
  )
}

export const pointersOf = (changes: readonly ChangeDraft[]): string[] => [
  '/reason',
  ...changes.flatMap((_, index) =>
    ['/kind', '/topic_id', '/title', '/topic', '/topic/title'].map(
      (field) => `/changes/${index}${field}`,
    ),
  ),
]

function topicFrom({ kept, ...draft }: ChangeDraft): NewTopic {
  return {
    kind: draft.new_kind as NewTopic['kind'],
    title: draft.title.trim(),
    period: draft.period.trim(),
    month: kept && kept.period === draft.period ? kept.month : monthFrom(draft.period),
    responsible: namesFrom(draft.responsible),
    participating: kept?.participating ?? [],
    field: (draft.new_field || null) as NewTopic['field'],
  }
}

function changeFrom(draft: ChangeDraft): TopicChange {
  return {
    kind: draft.kind,
    topic_id: draft.kind === 'add' ? null : draft.topic_id,
    title: draft.kind === 'retitle' ? draft.title.trim() : null,
    topic: bringsTopic(draft.kind) ? topicFrom(draft) : null,
    reason: draft.kept?.reason || null,
  }
}

export const wordsFrom = (reason: string, changes: readonly ChangeDraft[]): AmendmentWords => ({
  reason: reason.trim(),
  changes: changes.map(changeFrom),
})

export const changesIn = (text: string): ChangeDraft[] => JSON.parse(text) as ChangeDraft[]
export const changesText = (changes: readonly ChangeDraft[]): string => JSON.stringify(changes)

function draftOf({ topic, ...change }: AmendmentView['changes'][number]): ChangeDraft {
  return {
    kind: change.kind,
    topic_id: change.topic_id ?? '',
    title: topic?.title ?? (change.kind === 'retitle' ? change.title_after : ''),
    new_kind: topic?.kind ?? newChange().new_kind,
    new_field: topic?.field ?? '',
    period: topic?.period ?? '',
    responsible: (topic?.responsible ?? []).join('、'),
    kept: {
      period: topic?.period ?? '',
      month: topic?.month ?? null,
      participating: topic?.participating ?? [],
      reason: change.reason,
    },
  }
}

export function formOf(amendment: AmendmentView): { version: number; values: AmendmentForm } {
  const { reason, changes, version } = amendment
  return { version, values: { reason, changes: changesText(changes.map(draftOf)) } }
}

// For whoever compares his words with another's: "替换 养老服务 → 防汛排涝", a line a change.
export function changesShown(
  text: string,
  topics: readonly { id: string; title: string }[],
): string {
  return changesIn(text)
    .map(({ kind, topic_id, title }) => {
      const leaves = kind === 'add' ? '' : topics.find(({ id }) => id === topic_id)?.title
      const comes = bringsTopic(kind) || kind === 'retitle' ? title : ''
      const words = [leaves, comes].filter(Boolean).join(' → ')
      return `${t(`amendments.web.kind.${kind}`)} ${words}`
    })
    .join('\n')
}
