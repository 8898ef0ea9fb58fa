// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How rounds and points are said, and the words of a round as a form has them.
import type { ScoringRoundView, ScoringRoundWords } from './scoring_api'

export const state_tones = { preparing: 'grey', open: 'green', closed: 'blue' } as const

// Hundredths of a point.
export const points = (value: number): string => (value / 100).toFixed(1)

export interface Criterion {
  name: string
  weight: number
  most: number
}
export interface NamedReviewer {
  id: string
  name: string
}

// Lists stand as one text each, so that a draft of them is kept as the others are.
export interface RoundForm extends Record<string, string> {
  title: string
  closes_on: string
  divided_from: string
  criteria: string
  reviewers: string
}

export const round_pointers = ['/title', '/closes_on', '/divided_from', '/criteria', '/reviewers']

export const criteriaIn = (form: RoundForm) => JSON.parse(form.criteria) as Criterion[]
export const reviewersIn = (form: RoundForm) => JSON.parse(form.reviewers) as NamedReviewer[]

export function roundFormOf(round: ScoringRoundView): RoundForm {
  return {
    title: round.title,
    closes_on: round.closes_on,
    divided_from: String(round.divided_from),
    criteria: JSON.stringify(
      round.criteria.map(({ name, weight, most }) => ({ name, weight, most })),
    ),
    reviewers: JSON.stringify(round.reviewers.map(({ id, name }) => ({ id, name }))),
  }
}

export function roundWordsOf(form: RoundForm): ScoringRoundWords {
  return {
    title: form.title.trim(),
    closes_on: form.closes_on,
    divided_from: Number(form.divided_from),
    criteria: criteriaIn(form).map(({ name, weight, most }) => ({
      name: name.trim(),
      weight: Number(weight),
      most: Number(most),
    })),
    reviewers: reviewersIn(form).map(({ id }) => id),
  }
}

export const isWhole = (form: RoundForm): boolean =>
  Boolean(form.title.trim() && form.closes_on) &&
  criteriaIn(form).length > 0 &&
  criteriaIn(form).every(({ name }) => name.trim())
