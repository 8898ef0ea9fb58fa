// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What is shown of two versions of a plan: their names, and which parts of them differ.
import { instant, namesShown } from '@/format'
import { hasText, t } from '@/i18n'
import { kinds, type TopicKind } from '../../plan/web/plan_kinds'
import type {
  ComparedTopic,
  PastTopic,
  PlanComparison,
  PlanVersion,
  VersionHead,
} from './plan_versions_api'

// changes: what differs alone; whole: all of both; before, after: one version by itself.
export const views = ['changes', 'whole', 'before', 'after'] as const
export type View = (typeof views)[number]

export interface Part {
  name: string // text code
  before: string
  after: string
}

export const differs = (part: { before: string | null; after: string | null }): boolean =>
  part.before !== part.after

// The address of a version in the query of the page.
export const keyOf = (one: PlanVersion): string => (one.mark === 'now' ? 'now' : `${one.version}`)

function stepName(one: PlanVersion): string {
  const by_state = `amendments.web.version.${one.action}.${one.state}`
  const name = t(hasText(by_state) ? by_state : `amendments.web.version.${one.action}`)
  return one.nth > 1 ? t('amendments.web.version.again', { name, nth: one.nth }) : name
}

export function nameOf(one: PlanVersion): string {
  if (one.mark === 'now') return t('amendments.web.version.now')
  if (one.mark === 'step')
    return t('amendments.web.version.at', { name: stepName(one), at: instant(one.at) })
  const params = { nth: one.nth, day: one.effective_on ?? '' }
  return t('amendments.web.version.amendment', params)
}

export function headParts(before: VersionHead, after: VersionHead): Part[] {
  const part = (name: string, of: (head: VersionHead) => string): Part => ({
    name,
    before: of(before),
    after: of(after),
  })
  return [
    part('amendments.web.versions.title_of', (head) => head.title),
    part('plan.web.committee', (head) => head.committee),
    part('plan.web.year', (head) => (head.year ? `${head.year}` : '')),
  ]
}

// Every part of a topic that one of both versions says; a side that has no such topic says nothing.
export function topicParts({ before, after }: ComparedTopic): Part[] {
  const part = (name: string, of: (topic: PastTopic) => string): Part => ({
    name,
    before: before ? of(before) : '',
    after: after ? of(after) : '',
  })
  return [
    part('topics.web.name', (topic) => topic.title),
    part('topics.web.kind', (topic) => t(`topics.web.kind.${topic.kind}`)),
    part('topics.web.number', (topic) => `${topic.number}`),
    part('topics.web.period', (topic) => topic.period),
    part('topics.web.responsible', (topic) => namesShown(topic.responsible)),
    part('topics.web.participating', (topic) => namesShown(topic.participating)),
    part('topics.web.field', (topic) => (topic.field ? t(`suggestion.field.${topic.field}`) : '')),
    part('amendments.web.versions.place', (topic) =>
      topic.place === 'listed' ? '' : t(`amendments.web.versions.place.${topic.place}`),
    ),
  ].filter((one) => one.before || one.after)
}

export const topicDiffers = (one: ComparedTopic): boolean =>
  !one.before || !one.after || topicParts(one).some(differs)

// How a topic came to be where it is.
export function fateOf(one: ComparedTopic): 'new' | 'gone' | 'moved' | 'changed' | 'same' {
  if (!one.before) return 'new'
  if (!one.after) return 'gone'
  if (one.before.kind !== one.after.kind) return 'moved'
  return topicDiffers(one) ? 'changed' : 'same'
}

export interface Counts {
  heads: number
  topics: number
  paragraphs: number
}

// Where the plan stood on its way is no difference of its text.
export function countsOf(found: PlanComparison): Counts {
  return {
    heads: headParts(found.before, found.after).filter(differs).length,
    topics: found.topics.filter(topicDiffers).length,
    paragraphs: found.paragraphs.filter(differs).length,
  }
}

export interface TopicGroup {
  kind: TopicKind
  topics: ComparedTopic[]
}

// The topics that a view shows, under the kind that they have in it.
export function groupsOf(found: PlanComparison, view: View): TopicGroup[] {
  const side = (one: ComparedTopic) =>
    view === 'before' ? one.before : view === 'after' ? one.after : (one.after ?? one.before)
  const shown = found.topics.filter((one) => side(one) && (view !== 'changes' || topicDiffers(one)))
  return kinds
    .map((kind) => ({ kind, topics: shown.filter((one) => side(one)!.kind === kind) }))
    .filter((group) => group.topics.length > 0)
}
