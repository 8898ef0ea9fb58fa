// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How selection rounds are said, and their words as a form has them.
import { t } from '@/i18n'
import { topic_fields, topic_kinds } from '../../calls/web/calls_api'
import type {
  PassedOver,
  RoundLine,
  RoundView,
  RoundWords,
  TopicField,
  TopicKind,
} from './shortlists_api'

export const state_tones = {
  marking: 'green',
  marked: 'amber',
  proposed: 'blue',
  decided: 'grey',
} as const

export const stateShown = (round: Pick<RoundLine, 'state' | 'marking_over'>): string =>
  t(
    `shortlists.web.state.${round.state === 'marking' && round.marking_over ? 'over' : round.state}`,
  )

export const kindShown = (kind: TopicKind | null | undefined): string =>
  kind ? t(`topics.web.kind.${kind}`) : t('shortlists.web.no_form')
export const fieldShown = (field: TopicField | null | undefined): string =>
  field ? t(`suggestion.field.${field}`) : t('shortlists.web.no_field')

// What a suggestion of the round is called.
export function titlesOf(round: RoundView): (id: string) => string {
  const titles = new Map([
    ...round.candidates.map((one) => [one.id, one.title] as const),
    ...round.listed.map((one) => [one.id, one.title] as const),
    ...(round.proposal?.candidates ?? []).map((one) => [one.suggestion_id, one.title] as const),
  ])
  return (id) => titles.get(id) ?? ''
}

export const passedOverShown = (one: PassedOver, titleOf: (id: string) => string): string =>
  t('shortlists.web.passed_over', {
    people: one.people,
    title: titleOf(one.suggestion_id),
    entitled: one.entitled,
  })

// The four forms that every plan has; the others stand behind them.
export const usual_kinds = ['standing_committee', 'chairpersons', 'thematic', 'supervision'] as const
export const other_kinds = topic_kinds.filter(
  (kind) => !(usual_kinds as readonly string[]).includes(kind),
)

// Numbers stand as texts, so that a draft of the form is kept as the others are.
export type RoundForm = Record<string, string>

export function emptyRound(today: Date): RoundForm {
  const form: RoundForm = {
    year: String(today.getFullYear() + 1),
    title: '',
    closes_on: '',
    reason: '',
  }
  for (const kind of topic_kinds) form[`slots_${kind}`] = ''
  for (const field of topic_fields) form[`wanted_${field}`] = ''
  return form
}

// One of each field, once there are as many slots: more than the slots is refused.
export function usualWanted(form: RoundForm): RoundForm {
  const slots = roundWordsOf(form).slots.reduce((sum, one) => sum + one.slots, 0)
  const each = slots < topic_fields.length ? '' : '1'
  return Object.fromEntries(topic_fields.map((field) => [`wanted_${field}`, each]))
}

export function roundFormOf(round: RoundView): RoundForm {
  const form: RoundForm = {
    ...emptyRound(new Date()),
    year: String(round.year),
    title: round.title,
    closes_on: round.closes_on,
  }
  for (const { kind, slots } of round.slots) form[`slots_${kind}`] = String(slots)
  for (const { field, places } of round.wanted) form[`wanted_${field}`] = String(places)
  return form
}

const whole = (text: string | undefined): number => Math.max(0, Math.trunc(Number(text) || 0))

export function roundWordsOf(form: RoundForm): RoundWords {
  return {
    year: Number(form.year),
    title: form.title!.trim(),
    closes_on: form.closes_on!,
    slots: topic_kinds
      .map((kind) => ({ kind, slots: whole(form[`slots_${kind}`]) }))
      .filter(({ slots }) => slots > 0),
    wanted: topic_fields
      .map((field) => ({ field, places: whole(form[`wanted_${field}`]) }))
      .filter(({ places }) => places > 0),
  }
}

export const round_pointers = ['/year', '/title', '/closes_on', '/slots', '/wanted', '/reason']
